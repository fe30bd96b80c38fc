//! The icons as inline SVG strokes on a 24 by 24 grid, in the colour of the text beside them.
//! An icon must never stand alone without a label; it is hidden from screen readers.

use leptos::prelude::*;

/// The pictures there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is its picture")]
pub enum Icon {
    Home,
    Folder,
    Training,
    Sprout,
    Fund,
    Chart,
    Exchange,
    Settings,
    Search,
    Plus,
    Check,
    Close,
    Back,
    Forward,
    Down,
    Up,
    Grip,
    Calendar,
    Phone,
    Undo,
    Clock,
    Warning,
    Info,
    Print,
    Edit,
    Trash,
    People,
    Pin,
    Download,
    Upload,
    Lock,
    More,
    Camera,
    Image,
    ZoomIn,
    ZoomOut,
    Turn,
}

/// The strokes of an icon, as SVG path data.
#[expect(clippy::too_many_lines, reason = "one line for each picture")]
fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Home => "M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z",
        Icon::Folder => "M3.5 7a2 2 0 0 1 2-2h4l2.2 2.5h6.8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2z",
        Icon::Training => {
            "M2.5 9 12 4.8 21.5 9 12 13.2zM6.5 11v4.7c0 1.4 2.5 2.8 5.5 2.8s5.5-1.4 5.5-2.8V11M21.5 9v5.5"
        }
        Icon::Sprout => {
            "M12 20.5V11M12 11.5c0-4.5 3-7 8-7 0 4.7-3 7-8 7zM12 15c0-3.6-2.5-5.5-7-5.5 0 3.7 2.6 5.5 7 5.5zM8 20.5h8"
        }
        Icon::Fund => {
            "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM8.3 7 12 11.8 15.7 7M12 11.8V17.5M8.8 12.3h6.4M8.8 15.1h6.4"
        }
        Icon::Chart => "M4 20.5h16M6.5 17v-5M12 17V5M17.5 17V9.5",
        Icon::Exchange => "M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19",
        Icon::Settings => {
            "M4 7h9M18 7h2M4 17h2M11 17h9M17.5 7a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0zM10.5 17A2.25 2.25 0 1 1 6 17a2.25 2.25 0 0 1 4.5 0z"
        }
        Icon::Search => "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.8 15.8 20.5 20.5",
        Icon::Plus => "M12 5v14M5 12h14",
        Icon::Check => "M4.5 12.8 9.7 18 19.5 6.5",
        Icon::Close => "M6 6 18 18M18 6 6 18",
        Icon::Back => "M15 5 8 12l7 7",
        Icon::Forward => "M9 5l7 7-7 7",
        Icon::Down => "M5 9l7 7 7-7",
        Icon::Up => "M5 15l7-7 7 7",
        Icon::Grip => "M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1",
        Icon::Calendar => {
            "M4 7.5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10.5h16M8.5 3.5v4M15.5 3.5v4"
        }
        Icon::Phone => {
            "M5 4.5h3.5l1.7 4.3-2.2 1.6a12 12 0 0 0 5.6 5.6l1.6-2.2 4.3 1.7V19a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5z"
        }
        Icon::Undo => "M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11H9",
        Icon::Clock => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5.3l3.5 2.2",
        Icon::Warning => "M12 4.2 21.3 20H2.7zM12 10v4.5M12 17.3v.1",
        Icon::Info => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11.2v5.3M12 7.7v.1",
        Icon::Print => {
            "M7 9V4h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6H7z"
        }
        Icon::Edit => "M4.5 19.5l.9-4L16.3 4.6a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.1L8.5 18.6zM14 7l3 3",
        Icon::Trash => "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.2 11v5.5M13.8 11v5.5",
        Icon::People => {
            "M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 19.5c.4-3.4 3-5.5 6.5-5.5s6.1 2.1 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.6 3.5 5"
        }
        Icon::Pin => "M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21zM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
        Icon::Download => "M12 4v11.5M7 11l5 4.8 5-4.8M4.5 20h15",
        Icon::Upload => "M12 16V4.3M7 9l5-4.8L17 9M4.5 20h15",
        Icon::Lock => {
            "M6 10.5h12a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1zM8 10.5V8a4 4 0 0 1 8 0v2.5"
        }
        Icon::More => "M5.5 12v.1M12 12v.1M18.5 12v.1",
        Icon::Camera => {
            "M5 7.5h2.6L9.2 5h5.6l1.6 2.5H19a1.5 1.5 0 0 1 1.5 1.5v8.5A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5V9A1.5 1.5 0 0 1 5 7.5zM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z"
        }
        Icon::Image => {
            "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM3.5 16.5l4.7-4.7 4 4 2.3-2.3 6 5.5M17 9a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z"
        }
        Icon::ZoomIn => "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.8 15.8 20.5 20.5M8.3 11h5.4M11 8.3v5.4",
        Icon::ZoomOut => "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.8 15.8 20.5 20.5M8.3 11h5.4",
        Icon::Turn => "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v5h-5",
    }
}

/// Draws an icon at the size of `--icon` (1.5 times the root text size).
#[component]
pub fn Picture(
    /// Which picture.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" class:dots=matches!(icon, Icon::More | Icon::Grip) viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path(icon)/>
        </svg>
    }
}
