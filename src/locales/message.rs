//! How messages are declared: a name, the values it says, and the text in three languages side by side.

/// Declares messages as methods of [`Language`](crate::Language): `name: "简", "繁", "English";` for a fixed text,
/// `name(value: Type): "简 {value}", "繁 {value}", "English {value}";` for one that says values.
macro_rules! messages {
    () => {};
    ($name:ident : $hans:literal, $hant:literal, $en:literal; $($rest:tt)*) => {
        impl $crate::Language {
            #[doc = $hans]
            #[must_use]
            pub const fn $name(self) -> &'static str {
                match self {
                    Self::Hans => $hans,
                    Self::Hant => $hant,
                    Self::En => $en,
                }
            }
        }
        messages! { $($rest)* }
    };
    ($name:ident ( $($value:ident : $type:ty),+ ) : $hans:literal, $hant:literal, $en:literal; $($rest:tt)*) => {
        impl $crate::Language {
            #[doc = $hans]
            #[must_use]
            pub fn $name(self, $($value: $type),+) -> String {
                match self {
                    Self::Hans => format!($hans),
                    Self::Hant => format!($hant),
                    Self::En => format!($en),
                }
            }
        }
        messages! { $($rest)* }
    };
}

/// Declares the words for a list: `Type { Variant: "简", "繁", "English"; … }` becomes [`Word`](crate::vocabulary::Word).
macro_rules! words {
    ($($type:ident { $($variant:ident : $hans:literal, $hant:literal, $en:literal;)+ })+) => {
        $(impl $crate::vocabulary::Word for $type {
            fn word(self, language: $crate::Language) -> &'static str {
                #[expect(clippy::allow_attributes, reason = "only lists that may grow need the last arm")]
                #[allow(unreachable_patterns)]
                let [hans, hant, en] = match self {
                    $(Self::$variant => [$hans, $hant, $en],)+
                    _ => ["？", "？", "?"],
                };
                match language {
                    $crate::Language::Hans => hans,
                    $crate::Language::Hant => hant,
                    $crate::Language::En => en,
                }
            }
        })+
    };
}
