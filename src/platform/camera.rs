//! The camera, for codes that are held before it. Codes are read by the browser where it can, else by the worker. What is
//! seen stays in this page: no picture is kept or sent anywhere.

use std::cell::RefCell;

use async_trait::async_trait;
use exchange::{Job, Outcome};
use js_sys::{Array, Function, Object, Promise, Reflect};
use replica::{Camera, NoCamera};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack, OffscreenCanvas,
    OffscreenCanvasRenderingContext2d as Context,
};

use crate::touch::Touches;
use crate::worker::{Answer, Client, Request};
use crate::{breath, failure, page};

/// How long between two looks.
const BETWEEN_MILLIS: u32 = 120;
/// How long the browser may take for one look.
const LOOKING_MILLIS: u32 = 5_000;
/// How wide the camera's picture should be, and the longer side of what is read of it, in points.
const WANTED: u32 = 1_280;
const READ: u32 = 800;
/// The element has a picture (`HAVE_CURRENT_DATA`).
const HAS_PICTURE: u16 = 2;
/// What the browser's own reader is asked for.
const FORMAT: &str = "qr_code";

/// A camera that is on.
pub(crate) struct OpenCamera {
    _stream: Stream,
    video: HtmlVideoElement,
    /// The browser's own reader, while it does its work.
    reader: RefCell<Option<JsValue>>,
    worker: Client,
    touches: Touches,
}

/// Turns a camera on and shows what it sees in that element.
pub(crate) async fn open(screen: &str, is_front: bool, touches: Touches) -> Result<OpenCamera, NoCamera> {
    let stream = Stream(stream(is_front).await?);
    let element = page::document().and_then(|document| document.get_element_by_id(screen));
    let video: HtmlVideoElement = element.and_then(|element| element.dyn_into().ok()).ok_or(NoCamera::Missing)?;
    video.set_muted(true);
    video.set_src_object(Some(&stream.0));
    if let Ok(playing) = video.play() {
        // Where it must not play by itself, its first picture is there all the same.
        let _ = breath::within(LOOKING_MILLIS, JsFuture::from(playing)).await;
    }
    let reader = RefCell::new(reader().await);
    Ok(OpenCamera { _stream: stream, video, reader, worker: Client::default(), touches })
}

/// What a camera gives, until it is dropped.
struct Stream(MediaStream);

impl Drop for Stream {
    fn drop(&mut self) {
        self.0.get_tracks().iter().for_each(|track| track.unchecked_into::<MediaStreamTrack>().stop());
    }
}

impl Drop for OpenCamera {
    fn drop(&mut self) {
        self.video.set_src_object(None);
    }
}

async fn stream(is_front: bool) -> Result<MediaStream, NoCamera> {
    let wanted = Object::new();
    let side = if is_front { "user" } else { "environment" };
    set(&wanted, "facingMode", &JsValue::from_str(side));
    set(&wanted, "width", &ideal(WANTED));
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wanted);
    let navigator = web_sys::window().ok_or(NoCamera::Missing)?.navigator();
    // A page that did not come over HTTPS is given none.
    let has_cameras = member(&navigator, "mediaDevices").is_some();
    let devices = navigator.media_devices().ok().filter(|_| has_cameras).ok_or(NoCamera::Missing)?;
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(|error| why(&error))?;
    let given = JsFuture::from(asked).await.map_err(|error| why(&error))?;
    given.dyn_into().map_err(|_| NoCamera::Missing)
}

fn ideal(number: u32) -> JsValue {
    let wish = Object::new();
    set(&wish, "ideal", &number.into());
    wish.into()
}

/// The names are those of the Media Capture specification.
fn why(error: &JsValue) -> NoCamera {
    match failure::name(error).as_str() {
        "NotAllowedError" | "SecurityError" => NoCamera::Refused,
        "NotReadableError" | "AbortError" => NoCamera::Busy,
        _ => NoCamera::Missing,
    }
}

/// The browser's own reader of codes (Shape Detection), where it has one that knows ours.
async fn reader() -> Option<JsValue> {
    let window = web_sys::window()?;
    let make: Function = member(&window, "BarcodeDetector")?.dyn_into().ok()?;
    let formats: Function = member(&make, "getSupportedFormats")?.dyn_into().ok()?;
    let known: Promise = formats.call0(&make).ok()?.dyn_into().ok()?;
    let known: Array = JsFuture::from(known).await.ok()?.dyn_into().ok()?;
    let format = JsValue::from_str(FORMAT);
    if !known.includes(&format, 0) {
        return None;
    }
    let options = Object::new();
    set(&options, "formats", &Array::of1(&format));
    Reflect::construct(&make, &Array::of1(&options)).ok()
}

#[async_trait(?Send)]
impl Camera for OpenCamera {
    async fn look(&self) -> Vec<String> {
        breath::sleep(BETWEEN_MILLIS).await;
        if self.video.ready_state() < HAS_PICTURE {
            return vec![];
        }
        let texts = match self.read_by_browser().await {
            Some(texts) => texts,
            None => self.read_by_worker().await.unwrap_or_default(),
        };
        if !texts.is_empty() {
            self.touches.touch();
        }
        texts
    }
}

impl OpenCamera {
    /// What the browser reads; where it fails it is not asked again.
    async fn read_by_browser(&self) -> Option<Vec<String>> {
        let reader = self.reader.borrow().clone()?;
        let found = detect(&reader, &self.video).await;
        if found.is_none() {
            self.reader.replace(None);
        }
        found
    }

    async fn read_by_worker(&self) -> Option<Vec<String>> {
        let (width, height, brightness) = self.picture()?;
        let job = Job::ReadCodes { width, height, brightness: &brightness };
        match self.worker.ask(Request::Port(job)).await {
            Ok(Answer::Outcome(Outcome::Codes(texts))) => Some(texts),
            _ => None,
        }
    }

    /// What is seen now, made small, each point as bright as it looks.
    fn picture(&self) -> Option<(u32, u32, Vec<u8>)> {
        let (wide, high) = (self.video.video_width(), self.video.video_height());
        let longer = wide.max(high);
        let scaled = |side: u32| if longer > READ { side * READ / longer } else { side };
        let (width, height) = (scaled(wide), scaled(high));
        if width == 0 || height == 0 {
            return None;
        }
        let options = Object::new();
        set(&options, "willReadFrequently", &JsValue::TRUE);
        let canvas = OffscreenCanvas::new(width, height).ok()?;
        let context: Context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
        let [w, h] = [f64::from(width), f64::from(height)];
        context.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, w, h).ok()?;
        let (right, bottom) = (i32::try_from(width).ok()?, i32::try_from(height).ok()?);
        let points = context.get_image_data(0, 0, right, bottom).ok()?.data();
        Some((width, height, points.chunks_exact(4).map(brightness).collect()))
    }
}

/// How bright a point looks (the weights of ITU-R BT.601, of 256).
fn brightness(point: &[u8]) -> u8 {
    let weighed = point.iter().zip([77_u32, 150, 29]).map(|(colour, weight)| u32::from(*colour) * weight);
    u8::try_from(weighed.sum::<u32>() >> 8).unwrap_or(u8::MAX)
}

async fn detect(reader: &JsValue, video: &HtmlVideoElement) -> Option<Vec<String>> {
    let detect: Function = member(reader, "detect")?.dyn_into().ok()?;
    let asked: Promise = detect.call1(reader, video).ok()?.dyn_into().ok()?;
    let found: Array = breath::within(LOOKING_MILLIS, JsFuture::from(asked)).await?.ok()?.dyn_into().ok()?;
    Some(found.iter().filter_map(|code| member(&code, "rawValue")?.as_string()).collect())
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes every member.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
