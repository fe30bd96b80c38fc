//! What is wrong with a file, as a sentence that says what to do.

use exchange::{PackError, PorterError, UnpackError};
use locales::Language;
use replica::ImportError;

use crate::context::{GivenError, storage_sentence};

/// Why nothing can be taken from changes that came.
pub(crate) fn import_sentence(language: Language, error: &ImportError) -> String {
    match error {
        ImportError::Malformed(number) => language.import_malformed(*number),
        ImportError::Newer(_) => language.import_newer().to_owned(),
        ImportError::OtherScope(scope) => language.import_other_scope(*scope),
        ImportError::Forged(id) => language.import_forged(&format!("{:?}", id.replica), id.seq),
        ImportError::Cancelled => language.import_cancelled().to_owned(),
        ImportError::Storage(error) => storage_sentence(language, error),
    }
}

/// Why the porter brings nothing.
pub(super) fn porter_sentence<E>(
    language: Language,
    error: PorterError<E>,
    refused: impl Fn(Language, E) -> &'static str,
) -> String {
    match error {
        PorterError::OtherVersion => language.porter_other_version().to_owned(),
        PorterError::Failed(words) => language.porter_failed(&words),
        PorterError::Refused(error) => refused(language, error).to_owned(),
    }
}

/// Why a file gives no bundle.
pub(super) fn unpack_sentence(language: Language, error: UnpackError) -> &'static str {
    match error {
        UnpackError::NotABundle => language.bundle_not_one(),
        UnpackError::WrongKey => language.bundle_wrong_key(),
        UnpackError::NotForThisTablet => language.bundle_not_for_this(),
        UnpackError::Newer(_) => language.import_newer(),
        UnpackError::Damaged => language.bundle_damaged(),
        UnpackError::TooLarge => language.bundle_too_large(),
    }
}

/// Why a bundle cannot be made.
pub(super) fn pack_sentence(language: Language, error: PackError) -> &'static str {
    match error {
        PackError::NoPassphrase => language.bundle_needs_passphrase(),
        PackError::NoRecipient => language.bundle_needs_recipient(),
        PackError::TooManyRecipients | PackError::BadRecipient(_) => language.bundle_bad_recipient(),
        PackError::TooLarge => language.bundle_too_large(),
        PackError::Different => language.bundle_read_back_failed(),
    }
}

/// Why a file that was given cannot be looked at.
pub(super) fn given_sentence(language: Language, error: GivenError) -> &'static str {
    match error {
        GivenError::TooLarge => language.bundle_too_large(),
        GivenError::Unreadable => language.file_unreadable(),
    }
}
