//! The first opening: begin with real records, or look at the demonstration.

use leptos::prelude::*;
use leptos::task::spawn_local;
use replica::Intent;

use crate::context::{use_desk, use_language, use_tablet};
use crate::settings::DemonstrationLoader;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::list::{Card, Pad};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind, Stack};

/// How to begin.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let language = use_language();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.welcome_title() subtitle=language.welcome_subtitle()/>
            <Card title=language.welcome_begin_title()>
                <Pad><Stack><p>{language.welcome_begin_text()}</p><Begin/></Stack></Pad>
            </Card>
            <Card title=language.welcome_look_title()>
                <Pad><Stack><p>{language.welcome_look_text()}</p><DemonstrationLoader/></Stack></Pad>
            </Card>
        </Page>
    }
}

/// Lays down the divisions, specialties and categories that every office begins with.
#[component]
fn Begin() -> impl IntoView {
    let (desk, tablet, language, notices) = (use_desk(), use_tablet(), use_language(), use_notices());
    let begin = move || {
        spawn_local(async move {
            tablet.device().persist().await;
            let year = desk.today().year();
            let mut records = demonstration::defaults();
            records.extend(demonstration::targets(year));
            match desk.store().fill(Intent::SetUp, &records).await {
                Ok(saved) => desk.wrote(saved.kinds),
                Err(refusal) => notices.failed(crate::context::refusal_sentence(language, &refusal)),
            }
        });
    };
    view! { <div class="button-row"><Button label=language.welcome_begin() kind=ButtonKind::Primary on_press=begin/></div> }
}
