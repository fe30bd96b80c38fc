//! Every word that a person reads, in 简体中文, 繁體中文 and English: messages, vocabulary, faults, numbers, dates.
//! Texts stand side by side, so that none can be missing in a language: the compiler refuses it.
//! Nothing here decides anything; it only says it.

#[macro_use]
mod message;

pub mod dates;
pub mod fault;
pub mod numbers;
pub mod text;
pub mod vocabulary;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文.
    #[default]
    Hans,
    /// 繁體中文.
    Hant,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// The tag of BCP 47.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language of a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Hans => "简体中文",
            Self::Hant => "繁體中文",
            Self::En => "English",
        }
    }
}
