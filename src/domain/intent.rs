//! What users mean to do: the names of commands as changes carry them, for the history and for undo.
//! A number, once given, is never reused.

macro_rules! intents {
    ($($(#[$meta:meta])* $name:ident = $number:literal;)+) => {
        /// What a change means, with a number that is never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Intent { $($(#[$meta])* $name = $number),+ }

        impl Intent {
            /// Every intent.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The number that is stored.
            #[must_use]
            pub const fn number(self) -> u16 {
                self as u16
            }

            /// The intent of that number, if this version knows it.
            #[must_use]
            pub const fn from_number(number: u16) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

intents! {
    /// Takes an earlier change back.
    Undo = 1;
    /// Lays down divisions, specialties and categories in a new installation.
    SetUp = 2;
    /// Fills the demonstration.
    LoadDemonstration = 3;
    /// Removes a record.
    Remove = 4;
    /// Adds or revises a site.
    SaveSite = 5;
    /// Sets a target.
    SaveTarget = 6;
    /// Says which of several values of a field counts.
    SettleConflict = 7;
    /// Settles a finding.
    SettleFinding = 8;
    /// Adds or revises a person of the staff.
    SaveStaff = 9;
    /// Names a tablet.
    NameTablet = 90;
    /// Takes in what was set aside when a chain forked.
    AdoptAside = 91;
    /// Registers a case.
    RegisterCase = 10;
    /// Revises a case.
    ReviseCase = 11;
    /// Adds or revises a member of a household.
    SaveMember = 12;
    /// Adds or revises a need.
    SaveNeed = 13;
    /// Plans a visit.
    PlanVisit = 14;
    /// Writes a visit up.
    RecordVisit = 15;
    /// Adds or revises a helper.
    SaveHelper = 16;
    /// Pairs a helper with a case.
    PairCase = 17;
    /// Hands a case over from one helper to the next.
    HandOver = 18;
    /// Ends a pairing.
    EndPairing = 19;
    /// Puts a case on public notice, or says what came of it.
    SaveNotice = 20;
    /// Brings a case a step further in its life.
    AdvanceCase = 21;
    /// Reports an emergency, or revises it.
    ReportEmergency = 22;
    /// Closes an emergency.
    CloseEmergency = 23;
    /// States a household's income of a year.
    SaveIncome = 24;
    /// Sets a poverty line.
    SavePovertyLine = 25;
    /// Plans a round of visits for a festival.
    PlanRound = 26;
    /// Joins two files of one household.
    JoinCases = 27;
    /// Adds or revises a course.
    SaveCourse = 30;
    /// Adds or revises an instructor.
    SaveInstructor = 31;
    /// Plans or changes a session.
    PlanSession = 32;
    /// Enrols members in a session.
    EnrolMembers = 33;
    /// Withdraws an enrolment, or settles it at the door.
    SettleEnrolment = 34;
    /// Cancels a session.
    CancelSession = 35;
    /// Marks how a person takes part in a half-day of a session.
    CallRoll = 36;
    /// Lets somebody in at the door who was not enrolled.
    AdmitAtDoor = 37;
    /// Ends the roll of a session.
    CloseRoll = 38;
    /// Records what came of a training for a person.
    RecordResult = 39;
    /// Issues certificates.
    IssueCertificates = 40;
    /// Records what a trainee works at some months later.
    FollowUpTraining = 41;
    /// Records whether a member who was asked comes.
    AskMember = 42;
    /// Begins or revises a plan of a year.
    SavePlan = 43;
    /// Begins a plan as a copy of another, or of a year.
    CopyPlan = 44;
    /// Adds a session to a plan, or revises it.
    SavePlanned = 45;
    /// Holds a session again and again.
    RepeatSession = 46;
    /// Adopts a plan: its sessions come into force.
    AdoptPlan = 47;
    /// Puts a plan aside, or takes it up again.
    SettlePlan = 48;
    /// Moves a session to another day.
    MoveSession = 49;
    /// Adds or revises a guidance team.
    SaveGuidanceTeam = 80;
    /// Plans or writes up science brought to a village.
    SaveOutreach = 81;
    /// Opens places at which a broadcast session is followed.
    OpenPlaces = 82;
    /// Adds or revises a cooperative.
    SaveCooperative = 50;
    /// Plans the membership of cases in a cooperative.
    EnrolCases = 51;
    /// Brings a membership into force.
    AdvanceMembership = 52;
    /// Proposes a demonstration household.
    ProposeDemonstration = 53;
    /// Chooses demonstration households for the year, or proposes them again.
    ChooseDemonstration = 54;
    /// Links a household to the one that leads it, or revises the link.
    LinkHousehold = 55;
    /// Ends a membership, or gives up a planned one.
    EndMembership = 56;
    /// Ends a link.
    EndLink = 57;
    /// Withdraws a demonstration household.
    WithdrawDemonstration = 58;
    /// Adds or revises an account.
    SaveAccount = 60;
    /// Posts an entry.
    PostEntry = 61;
    /// Reverses an entry.
    ReverseEntry = 62;
    /// Enters what the fund had before the ledger began.
    OpenBalances = 63;
    /// Closes a month.
    CloseMonth = 64;
    /// Closes a year.
    CloseYear = 65;
    /// Drafts or revises a request.
    SaveRequest = 66;
    /// Submits a request.
    SubmitRequest = 67;
    /// Reviews a request.
    ReviewRequest = 68;
    /// Approves a request.
    ApproveRequest = 69;
    /// Pays a request: a grant, a loan, or a loan written off.
    PayRequest = 70;
    /// Verifies on site what a request was paid for.
    VerifyRequest = 71;
    /// Refuses a request.
    RefuseRequest = 72;
    /// Returns a request to be put right.
    ReturnRequest = 73;
    /// Takes in a repayment of a loan.
    RepayLoan = 74;
    /// Sets a ceiling.
    SaveCeiling = 75;
    /// Says who may do a step of a request.
    SaveDuty = 76;
    /// Sets a budget.
    SaveBudget = 77;
    /// Puts an instalment off.
    DeferInstalment = 78;
    /// Says that a promise was kept.
    KeepPromise = 105;
    /// Revises a promise.
    SavePromise = 106;
    /// Plans or revises a tour.
    SaveTour = 120;
    /// Says that a tour was held, is cancelled, or is to be held after all.
    SettleTour = 121;
    /// Adds stops to a tour.
    AddStops = 122;
    /// Revises a stop.
    SaveStop = 123;
    /// Puts the stops of a tour in another order.
    OrderStops = 124;
    /// Signs a visitor in.
    SignVisitor = 125;
    /// Says which member of the register a visitor is.
    TieVisitor = 126;
    /// Begins or revises a draft of whom to choose.
    SaveSelection = 127;
    /// Puts candidates into a draft, or takes them out, by hand.
    PickDemonstrations = 128;
    /// Fills a draft by the rule.
    FillSelection = 129;
    /// Chooses all of a draft.
    AdoptSelection = 130;
    /// Sets how much each part counts.
    SaveWeights = 131;
    /// Adds a photo.
    AddPhoto = 100;
    /// Removes a photo.
    RemovePhoto = 101;
    /// Says what a photo shows.
    RevisePhoto = 102;
}
