//! What surrounds every screen. Its navigation is the sign that the app has started.

use crate::harness::{Locator, Page, Server};

/// The app in a tab, started.
pub struct Shell<'a> {
    /// The tab it runs in.
    pub page: &'a Page,
}

impl<'a> Shell<'a> {
    /// Opens a path of the app, such as `cases/1`, and waits until it has started.
    #[track_caller]
    #[must_use]
    pub fn open(page: &'a Page, server: &Server, path: &str) -> Self {
        page.navigate(&server.url(path));
        Self::started(page)
    }

    /// Waits until the app has started in a tab.
    #[track_caller]
    #[must_use]
    pub fn started(page: &'a Page) -> Self {
        let shell = Self { page };
        shell.navigation().wait();
        shell
    }

    /// The main navigation.
    #[must_use]
    pub fn navigation(&self) -> Locator<'a> {
        self.page.by_role("navigation", "主导航")
    }
}
