//! Photos in a real browser: where their bytes lie and when they go, and what becomes of a picture that a person gives.

use domain::Uuid;
use js_sys::Uint8Array;
use platform::IndexedDbStorage;
use replica::photo::LARGEST;
use replica::{Books, Device, DeviceEvent, PhotoStorage, Picture, PictureError, Storage, StorageError};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{Tab, js};

const PHOTO: Uuid = Uuid::from_u128(7);

async fn open(name: &str) -> IndexedDbStorage {
    IndexedDbStorage::open(name, || {}).await.expect("opens")
}

fn pieces() -> Vec<Vec<u8>> {
    vec![vec![1; 9_000], vec![2; 49_193], vec![3; 5]]
}

fn numbered() -> Vec<(u32, Vec<u8>)> {
    (0..).zip(pieces()).collect()
}

#[wasm_bindgen_test]
async fn what_was_acknowledged_of_a_photo_is_there_after_a_close() {
    let storage = open("album").await;
    storage.write_photo(PHOTO, &pieces()).await.expect("writes");
    drop(storage);
    let storage = open("album").await;
    assert_eq!(storage.photos().await, Ok(vec![PHOTO]));
    assert_eq!(storage.read_photo(PHOTO, 0..9).await, Ok(numbered()));
    storage.close();
    assert!(storage.read_photo(PHOTO, 0..9).await.is_err(), "closed");
    assert!(storage.write_photo(PHOTO, &pieces()).await.is_err(), "closed");
}

#[wasm_bindgen_test]
async fn photos_do_not_go_with_the_books_they_belong_to() {
    let storage = open("kept").await;
    storage.set_slot("a", Some(b"1")).await.expect("fills");
    storage.write_photo(PHOTO, &pieces()).await.expect("writes");
    drop(storage);
    IndexedDbStorage::delete("kept").await.expect("deletes the books");
    let storage = open("kept").await;
    assert_eq!(storage.slot("a").await, Ok(None));
    assert_eq!(storage.photos().await, Ok(vec![PHOTO]));
    IndexedDbStorage::delete_photos("kept").await.expect("deletes the photos, open as they are");
    assert_eq!(storage.photos().await, Ok(vec![]), "it is opened anew");
}

#[wasm_bindgen_test]
async fn a_follower_writes_no_photo_and_the_demonstration_s_go_with_it() {
    let (first, second) = (Tab::new(), Tab::new());
    let writer = first.device.open(Books::Demonstration).await.expect("opens");
    let follower = second.device.open(Books::Demonstration).await.expect("opens");
    assert_eq!(follower.storage.write_photo(PHOTO, &pieces()).await, Err(StorageError::ReadOnly));
    assert_eq!(follower.storage.drop_photo(PHOTO).await, Err(StorageError::ReadOnly));
    writer.storage.write_photo(PHOTO, &pieces()).await.expect("writes");
    assert_eq!(follower.storage.read_photo(PHOTO, 0..9).await, Ok(numbered()), "and reads what the other wrote");
    first.device.discard(Books::Demonstration).await.expect("discards");
    second.hears(DeviceEvent::Closed).await;
    drop((writer, follower));
    let anew = first.device.open(Books::Demonstration).await.expect("opens anew");
    assert_eq!(anew.storage.photos().await, Ok(vec![]));
    drop(anew);
    first.device.discard(Books::Demonstration).await.expect("discards");
}

/// Gives files in a field that asks for pictures.
async fn give(files: &str) {
    js(&format!(
        "(async () => {{
           const field = Object.assign(document.createElement('input'), {{ type: 'file', accept: 'image/*', name: 'here', multiple: true }});
           document.body.append(field);
           const painted = async (width, height, type, paint) => {{
             const canvas = new OffscreenCanvas(width, height);
             paint(canvas.getContext('2d'));
             return canvas.convertToBlob({{ type }});
           }};
           const held = new DataTransfer();
           const files = [{files}];
           for (const [content, name, lastModified] of files) held.items.add(new File([await content], name, {{ lastModified }}));
           field.files = held.files;
           field.dispatchEvent(new Event('change', {{ bubbles: true }}));
           field.remove();
         }})()"
    ))
    .await;
}

async fn next(tab: &Tab) -> Result<Picture, PictureError> {
    match tab.next().await {
        DeviceEvent::Picture(field, picture) => {
            assert_eq!(field, "here");
            picture
        }
        other => panic!("{other:?}"),
    }
}

/// The size that a picture has when it is decoded, and the colour of its first point.
async fn seen(jpeg: &[u8]) -> String {
    js_sys::Reflect::set(&js_sys::global(), &"jpeg".into(), &Uint8Array::from(jpeg)).expect("is set");
    let said = js("createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' })).then((bitmap) => {
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const [red, green, blue] = context.getImageData(1, 1, 1, 1).data.map((one) => Math.round(one / 16));
        return [bitmap.width, bitmap.height, red, green, blue].join();
    })")
    .await;
    said.as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_picture_is_made_small_and_what_is_none_is_told() {
    let tab = Tab::new();
    // 15 March 2026, noon.
    give("[painted(3200, 2000, 'image/png', (context) => { context.fillStyle = '#f00'; context.fillRect(0, 0, 3200, 2000); }), 'a.png', new Date(2026, 2, 15, 12).getTime()],
          ['these are words', 'b.jpg', 0],
          [painted(40, 90, 'image/png', () => {}), 'c.png', 0]")
    .await;
    tab.hears(DeviceEvent::PicturesGiven("here".to_owned(), 3)).await;
    let large = next(&tab).await.expect("a picture");
    assert_eq!((large.width, large.height), (1_600, 1_000));
    assert_eq!(large.taken_on.map(|day| day.to_string()).as_deref(), Some("2026-03-15"));
    assert!(large.bytes.len() < LARGEST && large.thumbnail.len() < 48 * 1024);
    assert_eq!(seen(&large.bytes).await, "1600,1000,16,0,0");
    assert_eq!(seen(&large.thumbnail).await, "320,200,16,0,0");
    assert_eq!(next(&tab).await, Err(PictureError::NotAPicture("b.jpg".to_owned())));
    let small = next(&tab).await.expect("a picture");
    assert_eq!((small.width, small.height), (40, 90), "nothing is made larger");
    assert_eq!(seen(&small.bytes).await, "40,90,16,16,16", "what was transparent is white");
}

#[wasm_bindgen_test]
async fn a_picture_full_of_grain_becomes_small_enough() {
    let tab = Tab::new();
    give("[painted(2600, 2600, 'image/jpeg', (context) => {
             const grain = context.createImageData(2600, 2600);
             let seed = 1;
             for (let at = 0; at < grain.data.length; at += 1) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; grain.data[at] = at % 4 === 3 ? 255 : seed >> 16; }
             context.putImageData(grain, 0, 0);
           }), 'grain.jpg', 0]")
    .await;
    tab.hears(DeviceEvent::PicturesGiven("here".to_owned(), 1)).await;
    match next(&tab).await {
        Ok(picture) => assert!(picture.bytes.len() <= 400_000, "{} bytes", picture.bytes.len()),
        Err(error) => assert_eq!(error, PictureError::TooLarge("grain.jpg".to_owned())),
    }
}

/// A JPEG of 2 by 1 points, red and blue, that its camera noted to be turned by 90 degrees, with a place in its EXIF.
#[wasm_bindgen_test]
async fn a_picture_is_upright_and_says_nothing_of_its_camera() {
    let tab = Tab::new();
    give("[painted(400, 200, 'image/jpeg', (context) => { context.fillStyle = '#f00'; context.fillRect(0, 0, 200, 200); context.fillStyle = '#00f'; context.fillRect(200, 0, 200, 200); })
            .then((blob) => blob.arrayBuffer()).then((buffer) => {
              const bytes = new Uint8Array(buffer);
              const words = new TextEncoder();
              // One entry: the orientation is 6, to be turned to the right by 90 degrees.
              const tiff = [77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
              const body = [...words.encode('Exif'), 0, 0, ...tiff, ...words.encode('camera-canary')];
              const length = body.length + 2;
              return new Uint8Array([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...body, ...bytes.slice(2)]);
            }), 'turned.jpg', 0]")
    .await;
    tab.hears(DeviceEvent::PicturesGiven("here".to_owned(), 1)).await;
    let picture = next(&tab).await.expect("a picture");
    assert_eq!((picture.width, picture.height), (200, 400));
    assert_eq!(seen(&picture.bytes).await, "200,400,16,0,0", "red is above");
    for bytes in [&picture.bytes, &picture.thumbnail] {
        for word in [b"camera-canary".as_slice(), b"Exif"] {
            assert!(!bytes.windows(word.len()).any(|window| window == word));
        }
    }
    assert!(js("window.jpeg").await.dyn_into::<Uint8Array>().is_ok());
}
