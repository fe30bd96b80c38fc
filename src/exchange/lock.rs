//! The lock around a bundle: the age format, version 1, binary. Opening comes before any trust, so the header is
//! measured before age parses it, and a passphrase may ask for 32 MiB of scrypt and no more.

use std::io;

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};

use crate::{Key, KeyKind, Lock, PackError, UnpackError};

/// scrypt's work factor: 2^15 × 1 KiB = 32 MiB. A tablet must manage it, and the decoder stays below 64 MB with it.
const WORK: u8 = 15;
/// A header names its recipients; age parses it anew with every line, so a long one would cost quadratic time.
const MAX_HEADER: usize = 32 * 1024;
/// About 120 bytes of header each.
const MAX_RECIPIENTS: usize = 200;
/// A city's log of ten years is smaller.
const MAX_BYTES: usize = 128 * 1024 * 1024;

const MAGIC: &[u8] = b"age-encryption.org/v";
const END_OF_HEADER: &[u8] = b"\n--- ";

/// Where a payload is written to be encrypted, in pieces of 64 KiB.
pub(crate) type Sealing = StreamWriter<Vec<u8>>;
/// Where a payload is read from, decrypted in pieces of 64 KiB. Each piece is authentic; that none is missing is known
/// at the end.
pub(crate) type Opened<'a> = StreamReader<&'a [u8]>;

/// Begins to encrypt.
pub(crate) fn seal(lock: &Lock) -> Result<Sealing, PackError> {
    let encryptor = match lock {
        Lock::Passphrase(passphrase) => for_passphrase(passphrase)?,
        Lock::Recipients(recipients) => for_recipients(recipients)?,
    };
    encryptor.wrap_output(Vec::new()).map_err(want_of_memory)
}

/// The whole, once all of the payload is written.
pub(crate) fn sealed(sealing: Sealing) -> Result<Vec<u8>, PackError> {
    let bytes = sealing.finish().map_err(want_of_memory)?;
    if bytes.len() > MAX_BYTES { Err(PackError::TooLarge) } else { Ok(bytes) }
}

/// Writing into memory fails for want of memory alone.
pub(crate) fn want_of_memory(_: io::Error) -> PackError {
    PackError::TooLarge
}

/// age would measure this machine to choose a work factor. In a browser it has no clock and guesses; either way the
/// answer is not used.
fn for_passphrase(passphrase: &str) -> Result<Encryptor, PackError> {
    if passphrase.is_empty() {
        return Err(PackError::NoPassphrase);
    }
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(WORK);
    Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient)).map_err(|_| PackError::NoRecipient)
}

fn for_recipients(recipients: &[String]) -> Result<Encryptor, PackError> {
    if recipients.len() > MAX_RECIPIENTS {
        return Err(PackError::TooManyRecipients);
    }
    let parse =
        |(at, text): (usize, &String)| text.parse::<x25519::Recipient>().map_err(|_| PackError::BadRecipient(at));
    let recipients = recipients.iter().enumerate().map(parse).collect::<Result<Vec<_>, _>>()?;
    let recipients = recipients.iter().map(|recipient| recipient as &dyn Recipient);
    Encryptor::with_recipients(recipients).map_err(|_| PackError::NoRecipient)
}

/// The header, and more than what follows it at once, unless it is too long anyway.
pub(crate) fn beginning(bytes: &[u8]) -> Result<&[u8], UnpackError> {
    if bytes.len() > MAX_BYTES {
        return Err(UnpackError::TooLarge);
    }
    Ok(&bytes[..bytes.len().min(2 * MAX_HEADER)])
}

/// Which sort of key the header asks for.
pub(crate) fn key_kind(bytes: &[u8]) -> Result<KeyKind, UnpackError> {
    Ok(if decryptor(bytes)?.is_scrypt() { KeyKind::Passphrase } else { KeyKind::Identity })
}

/// Begins to decrypt.
pub(crate) fn open<'a>(bytes: &'a [u8], key: &Key) -> Result<Opened<'a>, UnpackError> {
    let decryptor = decryptor(bytes)?;
    if decryptor.is_scrypt() != matches!(key, Key::Passphrase(_)) {
        return Err(UnpackError::WrongKey);
    }
    let identity = identity(key)?;
    decryptor.decrypt(std::iter::once(identity.as_ref())).map_err(refusal)
}

fn identity(key: &Key) -> Result<Box<dyn Identity>, UnpackError> {
    match key {
        Key::Passphrase(passphrase) => {
            let mut identity = scrypt::Identity::new(SecretString::from(passphrase.as_str()));
            identity.set_max_work_factor(WORK);
            Ok(Box::new(identity))
        }
        Key::Identity(text) => {
            let identity = text.trim().parse::<x25519::Identity>().map_err(|_| UnpackError::WrongKey)?;
            Ok(Box::new(identity))
        }
    }
}

fn decryptor(bytes: &[u8]) -> Result<Decryptor<&[u8]>, UnpackError> {
    if bytes.len() > MAX_BYTES {
        return Err(UnpackError::TooLarge);
    }
    match age_version(bytes) {
        Some(1) => {}
        Some(version) if version > 1 => return Err(UnpackError::Newer(version)),
        _ => return Err(UnpackError::NotABundle),
    }
    let begin = &bytes[..bytes.len().min(MAX_HEADER)];
    if !begin.windows(END_OF_HEADER.len()).any(|window| window == END_OF_HEADER) {
        return Err(if begin.len() < bytes.len() { UnpackError::TooLarge } else { UnpackError::Damaged });
    }
    Decryptor::new_buffered(bytes).map_err(refusal)
}

/// The number in the first line of an age file.
fn age_version(bytes: &[u8]) -> Option<u8> {
    let line = bytes.strip_prefix(MAGIC)?.split(|byte| *byte == b'\n').next()?;
    std::str::from_utf8(line).ok()?.parse().ok()
}

fn refusal(error: DecryptError) -> UnpackError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => UnpackError::WrongKey,
        DecryptError::NoMatchingKeys => UnpackError::NotForThisTablet,
        DecryptError::ExcessiveWork { .. } => UnpackError::TooLarge,
        _ => UnpackError::Damaged,
    }
}

/// An identity and its recipient.
pub(crate) fn new_identity() -> (String, String) {
    let identity = x25519::Identity::generate();
    (identity.to_string().expose_secret().to_owned(), identity.to_public().to_string())
}
