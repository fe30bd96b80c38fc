//! A posting to be made, in a clerk's words: what came in, what was paid, what moved; or any posting by its accounts.
//! What it would take from each source is said before it is saved.

use domain::fund::Class;
use domain::records::{Account, AccountKind, Case, Entry as Posting, EntryField, Purpose};
use domain::value::Fen;
use domain::{Choice as _, Date, Id, entry as typed};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::command::PostEntry;
use replica::query::cases;
use replica::query::fund::{self, Draw};

use super::words::{account_choices, account_name, signer};
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, PersonPick, RecordForm, draft_of_entry, saver};
use crate::route::{Deed, Fund, use_go};
use crate::widget::field::{Choice, ChoiceField, TextField};
use crate::widget::form::{Fold, FormSection, Wide};
use crate::widget::list::{Fact, Facts, Tab, Tabs};
use crate::widget::page::{Page, PageHeader, PageKind};

const MONEY: &[Class] = &[Class::Money];
const SOURCES: &[Class] = &[Class::Source];
const USES: &[Class] = &[Class::Use];
const GAINERS: &[Class] = &[Class::Money, Class::Source, Class::Use];
const GIVERS: &[Class] = &[Class::Money, Class::Source];

/// The page of a posting to be made.
pub(super) fn page(deed: Deed) -> AnyView {
    view! { <PostPage deed/> }.into_any()
}

const fn deed_word(language: Language, deed: Deed) -> &'static str {
    match deed {
        Deed::Receive => language.post_receive(),
        Deed::Pay => language.post_pay(),
        Deed::Move => language.post_move(),
        Deed::Accounts => language.post_accounts(),
    }
}

#[component]
fn PostPage(deed: Deed) -> impl IntoView {
    let language = use_language();
    let back = Fund::Journal.href();
    let tab = move |one: Deed| Tab {
        href: Fund::Post(one).href(),
        label: deed_word(language, one).to_owned(),
        count: None,
        current: one == deed,
    };
    let tabs = Signal::stored(Deed::ALL.map(tab).to_vec());
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.post_new() back back_label=language.tab_journal()/>
            <Tabs label=language.post_kinds() tabs/>
            <PostForm deed/>
        </Page>
    }
}

#[component]
fn PostForm(deed: Deed) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let begun = Posting { on: Some(desk.today()), posted_by: signer(), ..Posting::default() };
    let entry = Entry::new(&begun);
    let (draft, on_afresh) = draft_of_entry(format!("fund/post/{deed:?}"), entry);
    let command =
        move |posting: Posting| PostEntry { entry: untrack(|| desk.ask(|state| named(language, state, posting))) };
    let on_save = saver(entry, draft, command, move || go(Fund::Journal.into()));
    let sections = match deed {
        Deed::Receive => receive(entry),
        Deed::Pay => pay(entry),
        Deed::Move => transfer(entry),
        Deed::Accounts => by_accounts(entry),
    };
    let label = deed_word(language, deed);
    view! {
        <RecordForm label draft error=entry.whole_error() back=Fund::Journal.href() on_afresh on_save>
            {sections}
            <Outlook entry deed/>
        </RecordForm>
    }
}

/// A posting that says nothing says at least which account it is about, and whom.
fn named(language: Language, state: &State, posting: Posting) -> Posting {
    if !posting.narration.trim().is_empty() {
        return posting;
    }
    let class = |id: Option<Id<Account>>| id.and_then(|id| fund::account(state, id)).map(|one| fund::class(Some(&one)));
    let about = match (class(posting.debit), class(posting.credit)) {
        (Some(Class::Money), Some(Class::Money)) => language.post_move().to_owned(),
        (Some(Class::Money), _) => posting.credit.map(|id| account_name(language, state, id)).unwrap_or_default(),
        _ => posting.debit.map(|id| account_name(language, state, id)).unwrap_or_default(),
    };
    let who = cases::name_of(state, posting.case);
    let who = if who.is_empty() { posting.party.clone() } else { who };
    let narration = if who.is_empty() { about } else { language.joined(&about, &who) };
    Posting { narration, ..posting }
}

/// An account among those of some sides.
#[component]
fn AccountField(
    entry: Entry<Posting>,
    field: EntryField,
    label: &'static str,
    classes: &'static [Class],
    #[prop(optional)] seldom: bool,
) -> impl IntoView {
    let language = use_language();
    let (value, error, options) = (entry.one(field), entry.error(field), account_choices(classes));
    let nothing = language.let_rule_choose();
    match seldom {
        true => view! { <ChoiceField label value options error nothing menu=true/> }.into_any(),
        false => {
            view! { <Wide><ChoiceField label value options error nothing=language.choose() required=true/></Wide> }
                .into_any()
        }
    }
}

/// What money received is earmarked for.
#[component]
fn Earmark(entry: Entry<Posting>) -> impl IntoView {
    let language = use_language();
    let choices = Purpose::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one))).collect();
    let (value, error) = (entry.one(EntryField::purpose), entry.error(EntryField::purpose));
    let (label, nothing) = (language.field(EntryField::purpose), language.no_earmark());
    view! { <ChoiceField label value options=Signal::stored(choices) error nothing hint=language.earmark_hint() menu=true/> }
}

/// Day and amount, which every posting has.
fn when_and_how_much(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    let amount = Signal::derive(move || {
        let fen = typed::money(&entry.one(EntryField::amount).get()).ok()?;
        Some(language.amount_read(&numbers::money(language, fen)))
    });
    let hint = Signal::derive(move || Some(amount.get().unwrap_or_else(|| language.amount_hint().to_owned())));
    view! { {entry.told(EntryField::amount, hint)} {entry.needed(EntryField::on)} }.into_any()
}

/// Voucher, narration and who posts it.
fn paper(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    view! {
        <FormSection title=language.section_paper()>
            <Wide>{entry.hinted(EntryField::narration, language.narration_hint())}</Wide>
            {entry.field(EntryField::voucher)}
            {entry.field(EntryField::posted_by)}
        </FormSection>
    }
    .into_any()
}

fn receive(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    let (party, error) = (entry.one(EntryField::party), entry.error(EntryField::party));
    view! {
        <FormSection title=language.section_received()>
            {when_and_how_much(entry)}
            <AccountField entry field=EntryField::credit label=language.post_from_source() classes=SOURCES/>
            <AccountField entry field=EntryField::debit label=language.post_into() classes=MONEY/>
            <Earmark entry/>
            <TextField label=language.post_donor() value=party error/>
        </FormSection>
        {paper(entry)}
    }
    .into_any()
}

fn pay(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    let (case, case_error) = (entry.one(EntryField::case), entry.error(EntryField::case));
    let (party, error) = (entry.one(EntryField::party), entry.error(EntryField::party));
    let open = RwSignal::new(entry.one(EntryField::source).with_untracked(|chosen| !chosen.is_empty()));
    view! {
        <FormSection title=language.section_paid()>
            {when_and_how_much(entry)}
            <AccountField entry field=EntryField::debit label=language.post_use() classes=USES/>
            <AccountField entry field=EntryField::credit label=language.post_out_of() classes=MONEY/>
            <PersonPick label=language.post_household().to_owned() value=case cases=true error=case_error/>
            <TextField label=language.post_payee() value=party error/>
            <Fold title=language.post_choose_source() open>
                <AccountField entry field=EntryField::source label=language.post_draw_on() classes=SOURCES seldom=true/>
            </Fold>
        </FormSection>
        {paper(entry)}
    }
    .into_any()
}

fn transfer(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    view! {
        <FormSection title=language.section_moved()>
            {when_and_how_much(entry)}
            <AccountField entry field=EntryField::credit label=language.post_out_of() classes=MONEY/>
            <AccountField entry field=EntryField::debit label=language.post_into() classes=MONEY/>
        </FormSection>
        {paper(entry)}
    }
    .into_any()
}

fn by_accounts(entry: Entry<Posting>) -> AnyView {
    let language = use_language();
    let (case, case_error) = (entry.one(EntryField::case), entry.error(EntryField::case));
    view! {
        <FormSection title=language.section_by_accounts() hint=language.by_accounts_hint()>
            {when_and_how_much(entry)}
            <AccountField entry field=EntryField::debit label=language.post_debit() classes=GAINERS/>
            <AccountField entry field=EntryField::credit label=language.post_credit() classes=GIVERS/>
            <Earmark entry/>
            {entry.field(EntryField::party)}
            <PersonPick label=language.post_household().to_owned() value=case cases=true error=case_error/>
        </FormSection>
        {paper(entry)}
    }
    .into_any()
}

/// What follows from what is typed: what the account has then, and from which sources the money would come.
#[component]
fn Outlook(entry: Entry<Posting>, deed: Deed) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let so_far = Memo::new(move |_| so_far(entry, today));
    let known = desk.memo(move |state| {
        let posting = so_far.get();
        (deed == Deed::Pay && posting.amount.0 > 0 && posting.debit.is_some()).then(|| fund::draws(state, &posting))
    });
    move || {
        let draws = known.get()?;
        Some(view! {
            <FormSection title=language.section_draws() hint=language.draws_hint()>
                <div class="wide" role="status"><Facts>{draws_said(language, draws)}</Facts></div>
            </FormSection>
        })
    }
}

/// The posting as far as it is typed; what cannot be read counts as nothing.
fn so_far(entry: Entry<Posting>, today: Date) -> Posting {
    let id = |field: EntryField| entry.one(field).get().parse().ok();
    Posting {
        on: typed::date(&entry.one(EntryField::on).get()).ok().or(Some(today)),
        debit: id(EntryField::debit),
        credit: id(EntryField::credit).or(Some(domain::fund::standard(AccountKind::Bank))),
        source: id(EntryField::source),
        case: entry.one(EntryField::case).get().parse::<Id<Case>>().ok(),
        amount: typed::money(&entry.one(EntryField::amount).get()).unwrap_or(Fen(0)),
        ..Posting::default()
    }
}

fn draws_said(language: Language, draws: Vec<Draw>) -> AnyView {
    let money = move |fen| numbers::money(language, fen);
    let said = move |draw: Draw| {
        let name = match &draw.source {
            Some(source) => super::words::side_name(language, source),
            None if draw.is_short => language.draws_short().to_owned(),
            None => language.fund_unknown_source().to_owned(),
        };
        let earmark = draw.earmark.map(|purpose| language.earmarked_for(language.of(purpose)));
        let party = Some(draw.party).filter(|party| !party.is_empty());
        let name = [Some(name), party, earmark].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! { <Fact name><b class:short=draw.is_short>{money(draw.fen)}</b></Fact> }
    };
    draws.into_iter().map(said).collect_view().into_any()
}
