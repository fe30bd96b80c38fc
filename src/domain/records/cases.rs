//! Case files: the household, its members and the visits to it. Fields follow 《贫困户登记表》.

use time::Date;

use crate::records::{Category, Division, Emergency, GuidanceTeam};
use crate::value::Degrees;
use crate::{Festival, Id, choice};

choice! {
    /// The kind of household.
    HouseholdKind {
        /// Needy without an allowance.
        Ordinary = 1,
        /// On the minimum living allowance.
        Allowance = 2,
        /// Cared for in five ways (childless elderly, orphans …).
        FiveGuarantees = 3,
        /// On the allowance and registered as poor.
        PoorAllowance = 4,
    }
}

choice! {
    /// Why a household is poor.
    Cause {
        /// Illness.
        Illness = 1,
        /// Disability.
        Disability = 2,
        /// Schooling.
        Schooling = 3,
        /// Disaster.
        Disaster = 4,
        /// Lack of land.
        Land = 5,
        /// Lack of water.
        Water = 6,
        /// Lack of technique.
        Technique = 7,
        /// Lack of labour.
        Labour = 8,
        /// Lack of funds.
        Funds = 9,
        /// Poor roads.
        Transport = 10,
        /// Lack of a drive of one's own.
        Drive = 11,
        /// Something else.
        Other = 12,
    }
}

choice! {
    /// Where a case stands in its life.
    Stage {
        /// Surveyed and entered.
        Surveyed = 1,
        /// Confirmed by the organisation.
        Confirmed = 2,
        /// Supported this year.
        Supported = 3,
        /// Lifted out of poverty.
        Lifted = 4,
        /// Left the register.
        Left = 5,
    }
}

choice! {
    /// Sex, as on the identity card.
    Sex {
        /// Male.
        Male = 1,
        /// Female.
        Female = 2,
    }
}

choice! {
    /// A member's relation to the head of the household.
    Relation {
        /// The head.
        Head = 1,
        /// Husband or wife.
        Spouse = 2,
        /// Son.
        Son = 3,
        /// Daughter.
        Daughter = 4,
        /// Father or mother.
        Parent = 5,
        /// Grandchild.
        Grandchild = 6,
        /// Son- or daughter-in-law.
        ChildInLaw = 7,
        /// Brother or sister.
        Sibling = 8,
        /// Another relation.
        Other = 9,
    }
}

choice! {
    /// Schooling completed.
    Education {
        /// Reads little or not at all.
        Illiterate = 1,
        /// Primary school.
        Primary = 2,
        /// Junior middle school.
        Junior = 3,
        /// Senior middle school.
        Senior = 4,
        /// Junior college.
        College = 5,
        /// Bachelor and above.
        Bachelor = 6,
    }
}

choice! {
    /// State of health.
    Health {
        /// Healthy.
        Healthy = 1,
        /// Ill for long.
        Chronic = 2,
        /// Gravely ill.
        Grave = 3,
        /// Disabled.
        Disabled = 4,
    }
}

choice! {
    /// The kind of a disability, as the last digit but one of a card's number tells it.
    DisabilityKind {
        /// Of sight.
        Sight = 1,
        /// Of hearing.
        Hearing = 2,
        /// Of speech.
        Speech = 3,
        /// Of the limbs.
        Limbs = 4,
        /// Of the intellect.
        Intellect = 5,
        /// Of the mind.
        Mind = 6,
        /// Of several kinds.
        Several = 7,
    }
}

choice! {
    /// Whether somebody is at school now, and at which (在校生状况).
    Student {
        /// Not at school.
        No = 1,
        /// Nursery school.
        Preschool = 2,
        /// Primary school.
        Primary = 3,
        /// Junior middle school.
        Junior = 4,
        /// Senior middle school.
        Senior = 5,
        /// Vocational middle school.
        Vocational = 6,
        /// Junior college or higher vocational school.
        College = 7,
        /// University.
        University = 8,
    }
}

choice! {
    /// An insurance that somebody takes part in: medical, or for old age.
    Insurance {
        /// That of residents.
        Residents = 1,
        /// That of employees.
        Employees = 2,
        /// None.
        None = 3,
    }
}

choice! {
    /// Capacity for work.
    Labour {
        /// Skilled.
        Skilled = 1,
        /// Ordinary.
        Ordinary = 2,
        /// Lost.
        Lost = 3,
        /// None (too young, too old).
        None = 4,
    }
}

choice! {
    /// Why a visit is made.
    Occasion {
        /// An ordinary visit.
        Routine = 1,
        /// A major festival.
        Festival = 2,
        /// A stay in hospital.
        Hospital = 3,
        /// A disaster.
        Disaster = 4,
        /// A bereavement.
        Bereavement = 5,
        /// Follow-up of help given.
        FollowUp = 6,
        /// Guidance in technique.
        Guidance = 7,
    }
}

record! {
    /// One household's file, from survey to follow-up.
    Case, CaseField {
        /// The village.
        1 village: Option<Id<Division>>,
        /// The villagers' group.
        2 group: String,
        /// The kind of household.
        3 household_kind: Option<HouseholdKind>,
        /// Why it is poor, mainly.
        4 main_cause: Option<Cause>,
        /// Other causes, at most two.
        5 other_causes: Vec<Cause>,
        /// The household's telephone.
        6 phone: String,
        /// What the surveyor saw.
        7 situation: String,
        /// The day of the survey.
        8 surveyed_on: Option<Date>,
        /// Where the case stands.
        9 stage: Option<Stage>,
        /// Since when it stands there.
        10 stage_since: Option<Date>,
        /// The industry it works in or wants to.
        11 industry: String,
        /// The file that this one was joined into: both were of one household. It is removed then, and its history stays.
        12 joined_into: Option<Id<Case>>,
        /// The bank that money is paid into.
        13 bank: String,
        /// The number of the account there.
        14 account_number: String,
    }
}

record! {
    /// A member of a household.
    Member, MemberField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// Name.
        2 name: String,
        /// Sex.
        3 sex: Option<Sex>,
        /// Citizen identity number, 18 characters (GB 11643).
        4 id_number: String,
        /// Date of birth, where there is no identity number to tell it.
        5 born_on: Option<Date>,
        /// Relation to the head.
        6 relation: Option<Relation>,
        /// Nationality (民族).
        7 ethnicity: String,
        /// Schooling completed.
        8 education: Option<Education>,
        /// School and class of one who still learns.
        9 school: String,
        /// Health.
        10 health: Option<Health>,
        /// Capacity for work.
        11 labour: Option<Labour>,
        /// Where and at what the member works.
        12 work: String,
        /// A Party member's day of joining.
        13 party_joined_on: Option<Date>,
        /// A Party member's branch.
        14 party_branch: String,
        /// Telephone.
        15 phone: String,
        /// Category of trainee.
        16 category: Option<Id<Category>>,
        /// What the member would like to learn.
        17 wish: String,
        /// Whether the member is at school now, and at which.
        18 student: Option<Student>,
        /// How many months of a year the member works away.
        19 months_away: u32,
        /// Medical insurance.
        20 medical_insurance: Option<Insurance>,
        /// Old-age insurance.
        21 old_age_insurance: Option<Insurance>,
        /// The number of the disability card: the identity number and two digits more.
        22 disability_card: String,
    }
}

record! {
    /// A visit to a case: planned, then done.
    Visit, VisitField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// The day it is planned for.
        2 planned_on: Option<Date>,
        /// The day it was made; empty while it is due.
        3 done_on: Option<Date>,
        /// Why.
        4 occasion: Option<Occasion>,
        /// Who visits.
        5 visitor: String,
        /// What is to be looked after.
        6 purpose: String,
        /// What was seen and said.
        7 report: String,
        /// What was promised.
        8 promise: String,
        /// The festival that it is made for.
        9 festival: Option<Festival>,
        /// The emergency that it follows up.
        10 emergency: Option<Id<Emergency>>,
        /// Where it was written up: degrees north.
        11 latitude: Option<Degrees>,
        /// Where it was written up: degrees east.
        12 longitude: Option<Degrees>,
        /// The guidance team that visits, if one does.
        13 team: Option<Id<GuidanceTeam>>,
        /// What the team advised.
        14 advice: String,
        /// The day on which somebody should look again.
        15 look_again_on: Option<Date>,
    }
}
