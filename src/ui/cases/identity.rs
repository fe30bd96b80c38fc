//! What an identity number says while it is typed: how far it is, what is wrong with it, whose birthday and sex it holds,
//! and who is registered with it already. It never changes what was typed.

use domain::identity::{IdNumber, age};
use domain::records::{Member, MemberField};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, fault};
use replica::query::duplicates::{self, Likely};

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::Route;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::form::Wide;
use crate::widget::list::{Banner, Tone};
use crate::widget::page::Stack;

/// How many characters an identity number has.
const LENGTH: usize = 18;

/// The identity number, what it tells, and the date of birth where the number does not tell it.
#[component]
pub(super) fn IdentityFields(entry: Entry<Member>) -> impl IntoView {
    let (language, today) = (use_language(), use_desk().today());
    let (number, sex, born_on) =
        (entry.one(MemberField::id_number), entry.one(MemberField::sex), entry.one(MemberField::born_on));
    let wrong = entry.error(MemberField::id_number);
    let hint = Signal::derive(move || wrong.get().is_none().then(|| hint(language, &number.get(), today)));
    let told = Memo::new(move |_| IdNumber::parse(&number.get()).ok().map(|number| (number.sex(), number.born_on())));
    Effect::new(move |_| {
        // Said by the number; a choice that was made already stays, and is compared when it is saved.
        if let (Some((said, _)), true) = (told.get(), sex.with_untracked(String::is_empty)) {
            sex.set(domain::Choice::number(said).to_string());
        }
    });
    let needs_birthday = Memo::new(move |_| match told.get() {
        Some((_, said)) => born_on.with(|typed| !typed.is_empty() && domain::entry::date(typed) != Ok(said)),
        None => true,
    });
    view! {
        {entry.told(MemberField::id_number, hint)}
        {entry.field(MemberField::sex)}
        {move || needs_birthday.get().then(|| entry.field(MemberField::born_on))}
    }
}

/// What is said under the field.
fn hint(language: Language, typed: &str, today: Date) -> String {
    let length = typed.chars().filter(|c| !c.is_whitespace()).count();
    match IdNumber::parse(typed) {
        Ok(number) => {
            let born = language.date(number.born_on());
            let years = age(number.born_on(), today).unwrap_or(0);
            language.identity_told(&born, language.of(number.sex()), years)
        }
        Err(_) if length == 0 => language.identity_hint().to_owned(),
        Err(_) if length < LENGTH => language.identity_so_far(length),
        Err(found) => fault::sentence(language, &found),
    }
}

/// Who may be the same person, with the way to each case.
#[component]
pub(super) fn AlreadyThere(
    /// The member as typed.
    entry: Entry<Member>,
    /// The member that is being revised.
    except: Option<Id<Member>>,
) -> impl IntoView {
    let desk = use_desk();
    let (name, number, born_on) =
        (entry.one(MemberField::name), entry.one(MemberField::id_number), entry.one(MemberField::born_on));
    let found = desk.memo(move |state| {
        let name = domain::entry::text(&name.get());
        let number = number.get();
        let told = IdNumber::parse(&number).ok();
        let born_on = told.as_ref().map(IdNumber::born_on).or_else(|| domain::entry::date(&born_on.get()).ok());
        let number = told.map(|told| told.as_str().to_owned()).unwrap_or_default();
        duplicates::likely(state, &name, &number, born_on, except)
    });
    move || {
        let found = found.get();
        let is_any = !found.is_empty();
        let banners = found.into_iter().map(banner).collect_view();
        is_any.then(|| view! { <Wide><Stack>{banners}</Stack></Wide> })
    }
}

fn banner(likely: Likely) -> impl IntoView {
    let language = use_language();
    let Likely { case, name, village, is_certain } = likely;
    let spoken = language.open_case_of(&name, &village);
    let open = move || view! { <LinkButton label=language.open_case() spoken=spoken.clone() href=Route::Case(case).href() kind=ButtonKind::Quiet/> };
    let (tone, text) = if is_certain {
        (Tone::Bad, language.certainly_there(&name, &village))
    } else {
        (Tone::Warn, language.perhaps_there(&name, &village))
    };
    view! { <Banner tone text action=open/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_explained_while_it_is_typed() {
        let today = Date::from_ordinal_date(2026, 327).expect("a day");
        let check = |typed: &str, expected: &str| assert_eq!(hint(Language::Hans, typed, today), expected, "{typed}");
        check("11010519491231002X", "1949年12月31日生，女，76岁");
        check("110105", &Language::Hans.identity_so_far(6));
        check("", Language::Hans.identity_hint());
        check("110105194912310021", &fault::sentence(Language::Hans, &domain::Fault::IdCheck('X')));
    }
}
