//! The settings page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::{Books, Preference};

use super::people::LockCards;
use super::{DemonstrationLoader, choose_language, dress, leave_demonstration};
use crate::context::{Tablet, use_desk, use_language, use_tablet, use_wording};
use crate::log::LogCard;
use crate::route::Route;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::list::{Card, Fact, Facts, Pad};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// Settings.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    // Who may open the books is no matter of the past.
    let locks = (!desk.is_past()).then(|| view! { <LockCards/> });
    view! {
        <Page>
            <PageHeader title=language.nav_settings()/>
            <Columns even=true>
                <Stack><Look/><Demonstration/><LogCard/></Stack>
                <Stack><Safety/>{locks}<About/></Stack>
            </Columns>
        </Page>
    }
}

/// Language, theme and text size.
#[component]
fn Look() -> impl IntoView {
    let (tablet, language) = (use_tablet(), use_language());
    let theme = preference(tablet, Preference::Theme);
    let size = preference(tablet, Preference::TextSize);
    let themes = vec![
        Choice::new("", language.theme_system()),
        Choice::new("light", language.theme_light()),
        Choice::new("dark", language.theme_dark()),
    ];
    let sizes = vec![
        Choice::new("", language.text_normal()),
        Choice::new("large", language.text_large()),
        Choice::new("larger", language.text_larger()),
    ];
    view! {
        <Card title=language.settings_look()>
            <Pad>
                <Stack>
                    <ChoiceField label=language.settings_language() value=chosen_language(tablet) options=Signal::stored(languages())/>
                    <ChoiceField label=language.settings_theme() value=theme options=Signal::stored(themes)/>
                    <ChoiceField label=language.settings_text_size() value=size options=Signal::stored(sizes)/>
                </Stack>
            </Pad>
        </Card>
    }
}

fn languages() -> Vec<Choice> {
    Language::ALL.iter().map(|language| Choice::new(language.tag(), language.own_name())).collect()
}

/// The chosen language as a field's value; choosing another one changes the screen at once.
fn chosen_language(tablet: Tablet) -> RwSignal<String> {
    let wording = use_wording();
    let value = RwSignal::new(wording.0.get_untracked().tag().to_owned());
    Effect::new(move |_| {
        let Some(language) = Language::from_tag(&value.get()) else { return };
        if language != wording.0.get_untracked() {
            choose_language(tablet, wording, language);
        }
    });
    value
}

/// A preference as a field's value; the page is dressed anew when it changes.
fn preference(tablet: Tablet, name: Preference) -> RwSignal<String> {
    let value = RwSignal::new(tablet.device().preference(name).unwrap_or_default());
    let language = use_language();
    Effect::new(move |_| {
        let chosen = value.get();
        tablet.device().set_preference(name, (!chosen.is_empty()).then_some(chosen.as_str()));
        dress(tablet, language);
    });
    value
}

/// The demonstration.
#[component]
fn Demonstration() -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let action = match desk.books {
        Books::Demonstration => view! {
            <div class="button-row"><Button label=language.leave_demonstration() kind=ButtonKind::Primary on_press=move || leave_demonstration(tablet)/></div>
        }
        .into_any(),
        Books::Real => view! { <DemonstrationLoader/> }.into_any(),
    };
    view! {
        <Card title=language.demonstration_word()>
            <Pad><Stack><p>{language.welcome_look_text()}</p>{action}</Stack></Pad>
        </Card>
    }
}

/// What lies on this tablet, and how safe it is.
#[component]
fn Safety() -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let usage = RwSignal::new(None::<u64>);
    let is_kept = RwSignal::new(None::<bool>);
    spawn_local(async move {
        usage.try_set(tablet.device().usage().await);
        is_kept.try_set(Some(tablet.device().persist().await));
    });
    let changes = move || {
        desk.ask(|state| {
            state.observe_all();
            state.vector().total()
        })
    };
    let used = move || {
        usage.get().map(|bytes| format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)).unwrap_or_default()
    };
    let kept =
        move || is_kept.get().map(|kept| if kept { language.storage_kept() } else { language.storage_not_kept() });
    view! {
        <Card title=language.settings_safety()>
            <Pad>
                <Facts>
                    <Fact name=language.settings_changes()>{move || numbers::count(i64::try_from(changes()).unwrap_or(0))}</Fact>
                    <Fact name=language.settings_usage()>{used}</Fact>
                    <Fact name=language.settings_kept()>{kept}</Fact>
                </Facts>
                <div class="button-row"><LinkButton label=language.transfer() href=Route::Transfer.href()/></div>
            </Pad>
        </Card>
    }
}

/// The app.
#[component]
fn About() -> impl IntoView {
    let (tablet, language) = (use_tablet(), use_language());
    let network = move || if tablet.is_online.get() { language.online() } else { language.offline() };
    view! {
        <Card title=language.settings_about()>
            <Pad>
                <Facts>
                    <Fact name=language.settings_version()>{env!("CARGO_PKG_VERSION")}</Fact>
                    <Fact name=language.settings_network()>{network}</Fact>
                    <Fact name=language.settings_browser()>{tablet.device().browser()}</Fact>
                </Facts>
                <p class="subtitle">{language.settings_install()}</p>
            </Pad>
        </Card>
    }
}
