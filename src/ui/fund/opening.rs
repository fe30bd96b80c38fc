//! What the fund had before the ledger began: money, loans outstanding, and from which sources they are. Both sides are
//! summed up while one types, and have to be equal before anything is saved.

use domain::fund::Class;
use domain::records::EntryField;
use domain::value::Fen;
use domain::{Fault, Problem, entry as typed};
use leptos::prelude::*;
use locales::{Language, dates, fault, numbers};
use replica::command::OpenBalances;
use replica::query::fund;

use super::words::signer;
use crate::context::{Draft, Pages, use_desk, use_language};
use crate::entry::{RecordForm, draft_of};
use crate::route::{Fund, use_go};
use crate::widget::button::{Button, LinkButton};
use crate::widget::field::{DateField, TextField};
use crate::widget::form::FormSection;
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Fact, Facts, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};

mod rows;

use rows::{LoanRow, MoneyRow, SourceRow};

/// The form.
#[derive(Clone, Copy)]
struct Form {
    on: RwSignal<String>,
    narration: RwSignal<String>,
    posted_by: RwSignal<String>,
    money: StoredValue<Vec<MoneyRow>>,
    loans: RwSignal<Vec<LoanRow>>,
    sources: RwSignal<Vec<SourceRow>>,
    /// What is wrong with the day, with the narration, and with the whole.
    faults: [RwSignal<Option<Fault>>; 3],
}

impl Form {
    fn new() -> Self {
        let (desk, language) = (use_desk(), use_language());
        let accounts = untrack(|| desk.ask(fund::accounts));
        let of = |class: Class| {
            let of_class =
                accounts.iter().filter(|(_, one)| fund::class(Some(one)) == class && one.closed_on.is_none());
            let mut of_class: Vec<_> = of_class.map(|(id, one)| (one.kind, *id, one.name.clone())).collect();
            of_class.sort();
            of_class
        };
        let money = of(Class::Money)
            .into_iter()
            .map(|(kind, id, name)| MoneyRow::new(id, super::words::named(language, kind, &name)));
        let sources = of(Class::Source).into_iter().map(|(_, id, _)| SourceRow::new(id.to_string()));
        Self {
            on: RwSignal::new(dates::iso(desk.today())),
            narration: RwSignal::new(language.opening_narration().to_owned()),
            posted_by: RwSignal::new(signer()),
            money: StoredValue::new(money.collect()),
            loans: RwSignal::new(Vec::new()),
            sources: RwSignal::new(sources.collect()),
            faults: std::array::from_fn(|_| RwSignal::new(None)),
        }
    }

    fn pages(self) -> Pages {
        let head = [self.on, self.narration, self.posted_by].map(|field| field.get()).to_vec();
        let money = self.money.get_value().iter().map(|row| row.amount.get()).collect();
        let mut pages = vec![vec![(0, head), (1, money)]];
        pages.extend(self.loans.get().iter().map(|row| vec![(2, row.texts())]));
        pages.extend(self.sources.get().iter().map(|row| vec![(3, row.texts())]));
        pages
    }

    fn restore(self, pages: Pages) {
        let (mut loans, mut sources) = (Vec::new(), Vec::new());
        for (number, texts) in pages.into_iter().flatten() {
            match number {
                0 => [self.on, self.narration, self.posted_by]
                    .iter()
                    .zip(texts)
                    .for_each(|(field, text)| field.set(text)),
                1 => self.money.get_value().iter().zip(texts).for_each(|(row, text)| row.amount.set(text)),
                2 => loans.push(LoanRow::restored(texts)),
                _ => sources.push(SourceRow::restored(texts)),
            }
        }
        self.loans.set(loans);
        self.sources.set(sources);
    }

    /// What there is, and what the sources make, as far as it is typed.
    fn sums(self) -> (Fen, Fen) {
        let read = |text: String| typed::money(&text).map_or(0, |fen| fen.0);
        let money: i64 = self.money.get_value().iter().map(|row| read(row.amount.get())).sum();
        let lent: i64 = self.loans.get().iter().map(|row| read(row.amount.get())).sum();
        let from: i64 = self.sources.get().iter().map(|row| read(row.amount.get())).sum();
        (Fen(money + lent), Fen(from))
    }

    /// The command, where everything can be read, and the rows in the order in which it counts them.
    fn read(self) -> Option<(OpenBalances, Vec<RwSignal<Option<Fault>>>)> {
        let on = typed::date(&self.on.get_untracked()).map_err(|fault| self.faults[0].set(Some(fault))).ok();
        let money: Vec<_> = self.money.get_value().into_iter().filter(|row| row.is_filled()).collect();
        let loans: Vec<_> = self.loans.get_untracked().into_iter().filter(|row| row.is_filled()).collect();
        let sources: Vec<_> = self.sources.get_untracked().into_iter().filter(|row| row.is_filled()).collect();
        let places: Vec<_> = money
            .iter()
            .map(|row| row.fault)
            .chain(loans.iter().map(|row| row.fault))
            .chain(sources.iter().map(|row| row.fault))
            .collect();
        let money: Vec<_> = money.into_iter().map(MoneyRow::read).collect();
        let loans: Vec<_> = loans.into_iter().map(|row| row.read(on)).collect();
        let sources: Vec<_> = sources.into_iter().map(SourceRow::read).collect();
        let command = OpenBalances {
            on: on?,
            money: money.into_iter().collect::<Option<_>>()?,
            loans: loans.into_iter().collect::<Option<_>>()?,
            sources: sources.into_iter().collect::<Option<_>>()?,
            narration: self.narration.get_untracked(),
            posted_by: self.posted_by.get_untracked(),
        };
        Some((command, places))
    }

    /// Shows each problem where it belongs.
    fn show(self, problems: Vec<Problem>, places: &[RwSignal<Option<Fault>>]) {
        for problem in problems {
            let is = |field: EntryField| problem.field == Some(field.into());
            let place = match problem.field {
                None => self.faults[2],
                Some(_) if is(EntryField::on) => self.faults[0],
                Some(_) if is(EntryField::narration) => self.faults[1],
                Some(_) => places.get(problem.row).copied().unwrap_or(self.faults[2]),
            };
            place.set(Some(problem.fault));
        }
    }

    fn clear_faults(self) {
        self.faults.iter().for_each(|fault| fault.set(None));
        self.money.get_value().iter().for_each(|row| row.fault.set(None));
        self.loans.get_untracked().iter().for_each(|row| row.fault.set(None));
        self.sources.get_untracked().iter().for_each(|row| row.fault.set(None));
    }
}

/// A fault as a sentence.
fn sentence(place: RwSignal<Option<Fault>>) -> Signal<Option<String>> {
    let language = use_language();
    Signal::derive(move || place.get().map(|found| fault::sentence(language, &found)))
}

/// The page.
#[component]
pub(super) fn OpeningPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let is_opened = desk.memo(fund::is_opened);
    let is_there = untrack(|| is_opened.get());
    let body = if is_there { already(language) } else { view! { <OpeningForm/> }.into_any() };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.enter_opening() back=Fund::Overview.href() back_label=language.tab_balance()/>
            {body}
        </Page>
    }
}

fn already(language: Language) -> AnyView {
    let look = move || view! { <LinkButton label=language.tab_journal() href=Fund::Journal.href()/> };
    let (title, next) = (language.opening_there(), language.opening_there_next());
    view! { <section class="card" aria-label=title><EmptyState title next icon=Icon::Fund action=look/></section> }
        .into_any()
}

#[component]
fn OpeningForm() -> impl IntoView {
    let language = use_language();
    let form = Form::new();
    let (draft, on_afresh) =
        draft_of("fund/opening".to_owned(), move || form.pages(), move |pages| form.restore(pages));
    let on_save = saver(form, draft);
    let [on_fault, narration_fault, whole] = form.faults;
    view! {
        <RecordForm label=language.enter_opening() draft error=sentence(whole) back=Fund::Overview.href() on_afresh on_save>
            <FormSection title=language.section_opening_day() hint=language.opening_hint()>
                <DateField label=language.field(EntryField::on) value=form.on error=sentence(on_fault) required=true/>
                <TextField label=language.field(EntryField::narration) value=form.narration error=sentence(narration_fault)/>
            </FormSection>
            <FormSection title=language.section_opening_money()>
                {move || form.money.get_value().into_iter().map(MoneyRow::fields).collect_view()}
            </FormSection>
            <FormSection title=language.section_opening_loans() hint=language.opening_loans_hint()>
                <For each=move || form.loans.get() key=|row| row.key let:row>{row.fields(form.loans)}</For>
                <div class="wide"><Button label=language.add_opening_loan() icon=Icon::Plus on_press=move || form.loans.update(|rows| rows.push(LoanRow::new()))/></div>
            </FormSection>
            <FormSection title=language.section_opening_sources() hint=language.opening_sources_hint()>
                <For each=move || form.sources.get() key=|row| row.key let:row>{row.fields(form.sources)}</For>
                <div class="wide"><Button label=language.add_opening_source() icon=Icon::Plus on_press=move || form.sources.update(|rows| rows.push(SourceRow::new(String::new())))/></div>
            </FormSection>
            <Sums form/>
        </RecordForm>
    }
}

fn saver(form: Form, draft: Draft) -> Callback<()> {
    let (desk, go) = (use_desk(), use_go());
    Callback::new(move |()| {
        form.clear_faults();
        let Some((command, places)) = form.read() else { return };
        let go = go.clone();
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.close();
                go(Fund::Overview.into());
            }
            Err(problems) => form.show(problems, &places),
        });
    })
}

/// Both sides, and what is between them.
#[component]
fn Sums(form: Form) -> impl IntoView {
    let language = use_language();
    let sums = Memo::new(move |_| form.sums());
    let money = move |fen: Fen| numbers::money(language, fen);
    let between = move || {
        let (has, from) = sums.get();
        match has.0 - from.0 {
            0 => view! { <Tag text=language.sums_equal() tone=Tone::Good/> }.into_any(),
            more => view! { <b>{money(Fen(more))}</b> }.into_any(),
        }
    };
    view! {
        <FormSection title=language.section_sums()>
            <div class="wide" role="status">
                <Facts>
                    <Fact name=language.sum_has()>{move || money(sums.get().0)}</Fact>
                    <Fact name=language.sum_from()>{move || money(sums.get().1)}</Fact>
                    <Fact name=language.sum_between()>{between}</Fact>
                </Facts>
            </div>
        </FormSection>
    }
}
