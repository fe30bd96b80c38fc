//! Pictures that a person gives, made ready to be kept: upright, at most so large, as JPEG. They are drawn anew, so that
//! nothing of what a camera writes into its files (place, device, time) is left. The browser decodes and encodes beside the
//! page, which goes on meanwhile.

use js_sys::{Promise, Uint8Array};
use replica::{DeviceEvent, Picture, PictureError};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, File, ImageBitmap, ImageEncodeOptions, OffscreenCanvas, OffscreenCanvasRenderingContext2d as Context,
};

use crate::breath;
use crate::events::Events;
use crate::world::civil_date;

/// What a field that asks for pictures accepts.
pub(crate) const ACCEPT: &str = "image/";

/// No camera makes a larger file, and a tablet's memory must not be taken by a mistake.
const LARGEST_FILE: f64 = 60_000_000.0;
/// The longest side of a photo, in points, and what it becomes where it does not get small enough otherwise.
const SIDES: [u32; 3] = [1_600, 1_280, 960];
/// The longest side of a small picture.
const THUMBNAIL_SIDE: u32 = 320;
/// How good the encoding is; the next one is tried where the bytes are more than wanted.
const QUALITIES: [f64; 4] = [0.82, 0.74, 0.64, 0.52];
const THUMBNAIL_QUALITY: f64 = 0.7;
/// So many bytes a photo may have, if its quality can bear it.
const WANTED: usize = 250_000;
/// More than this it must not have.
const MOST: usize = 400_000;
/// A small picture must lie in one piece.
const THUMBNAIL_MOST: usize = 48 * 1024;

/// Makes pictures ready, one after the other, and tells of each.
pub(crate) fn take(field: &str, files: Vec<File>, events: &Events) {
    let (field, events) = (field.to_owned(), events.clone());
    events.tell(DeviceEvent::PicturesGiven(field.clone(), files.len()));
    spawn_local(async move {
        for file in files {
            let picture = ready(&file).await;
            events.tell(DeviceEvent::Picture(field.clone(), picture));
            breath::breathe().await;
        }
    });
}

async fn ready(file: &File) -> Result<Picture, PictureError> {
    if file.size() > LARGEST_FILE {
        return Err(PictureError::TooLarge(file.name()));
    }
    let Some(bitmap) = decoded(file).await else { return Err(PictureError::NotAPicture(file.name())) };
    let made = made(&bitmap, file).await;
    bitmap.close();
    made.ok_or_else(|| PictureError::TooLarge(file.name()))
}

/// The picture as it is meant to be seen: the browser turns it as the camera noted.
async fn decoded(file: &File) -> Option<ImageBitmap> {
    let promise: Promise = web_sys::window()?.create_image_bitmap_with_blob(file).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    (bitmap.width() > 0 && bitmap.height() > 0).then_some(bitmap)
}

async fn made(bitmap: &ImageBitmap, file: &File) -> Option<Picture> {
    let thumbnail = encoded(&drawn(bitmap, THUMBNAIL_SIDE)?, THUMBNAIL_QUALITY).await?;
    for side in SIDES {
        let canvas = drawn(bitmap, side)?;
        if let Some(bytes) = small_enough(&canvas).await {
            let taken_on = civil_date(&js_sys::Date::new(&JsValue::from_f64(file.last_modified())));
            let (width, height) = (canvas.width(), canvas.height());
            return (thumbnail.len() <= THUMBNAIL_MOST).then_some(Picture {
                bytes,
                thumbnail,
                width,
                height,
                taken_on,
            });
        }
    }
    None
}

/// The first encoding that is as small as wanted, else the last one if it is small enough.
async fn small_enough(canvas: &OffscreenCanvas) -> Option<Vec<u8>> {
    let mut last = None;
    for quality in QUALITIES {
        let bytes = encoded(canvas, quality).await?;
        if bytes.len() <= WANTED {
            return Some(bytes);
        }
        last = Some(bytes);
    }
    last.filter(|bytes| bytes.len() <= MOST)
}

/// The picture on a canvas whose longer side has at most so many points; what was transparent is white.
fn drawn(bitmap: &ImageBitmap, side: u32) -> Option<OffscreenCanvas> {
    let (width, height) = fitted(bitmap.width(), bitmap.height(), side);
    let canvas = OffscreenCanvas::new(width, height).ok()?;
    let context: Context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str("#fff");
    let (wide, high) = (f64::from(width), f64::from(height));
    context.fill_rect(0.0, 0.0, wide, high);
    context.set_image_smoothing_enabled(true);
    // The best that the browser has; where it has no choice, it keeps what it has.
    let _ = js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into());
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, wide, high).ok()?;
    Some(canvas)
}

/// Width and height with the longer side no longer than `side`.
fn fitted(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= side {
        return (width, height);
    }
    let scaled = |one: u32| u32::try_from(u64::from(one) * u64::from(side) / u64::from(longer)).unwrap_or(side).max(1);
    (scaled(width), scaled(height))
}

async fn encoded(canvas: &OffscreenCanvas, quality: f64) -> Option<Vec<u8>> {
    let options = ImageEncodeOptions::new();
    options.set_type("image/jpeg");
    options.set_quality(quality);
    let promise = canvas.convert_to_blob_with_options(&options).ok()?;
    let blob: Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec()).filter(|bytes| !bytes.is_empty())
}
