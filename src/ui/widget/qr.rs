//! A text as a square code that a camera reads. It must never hold what only the tablet's owner may know.

use fast_qr::qr::QRBuilder;
use leptos::prelude::*;

/// Modules of the quiet zone around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code; nothing where the text is too long for one.
#[component]
pub fn QrCode(
    /// What it says.
    text: String,
    /// What it is, for who cannot see it.
    label: String,
) -> impl IntoView {
    let code = QRBuilder::new(text).build().ok()?;
    let side = code.size + 2 * QUIET;
    let path = path(code.size, |row, column| code[row][column].value());
    Some(view! {
        <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    })
}

/// Each run of dark modules in a row as one rectangle.
fn path(size: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    let mut path = String::new();
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let run = (column..size).take_while(|at| is_dark(row, *at)).count();
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET);
            }
            column += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_of_dark_modules_is_one_rectangle() {
        let rows = ["##.#", "....", ".###", "####"];
        let path = path(4, |row, column| rows[row].as_bytes()[column] == b'#');
        assert_eq!(path, "M4 4h2v1h-2zM7 4h1v1h-1zM5 6h3v1h-3zM4 7h4v1h-4z");
    }
}
