//! Writes the seeds of the corpora: something right for each decoder, so that the fuzzer begins at the end and not at the
//! first magic byte. To be run anew when a format grows: `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.

use std::collections::BTreeMap;
use std::fs;

use domain::{AnyRecord, Date, Kind, Uuid, Value};
use exchange::testing::{FUZZ_RECIPIENT, payload_of};
use exchange::{Bundle, Lock, pack};
use replica::change::{FieldOp, RecordOps, Signed};
use replica::snapshot::{self, Pieces};
use replica::testing::{replica, sign, signed_chain};
use replica::vault::{Cost, Holder, Lock as VaultLock, Vault};
use replica::{Change, ChangeId, DataKey, State, Timestamp};

fn save(target: &str, name: &str, bytes: &[u8]) {
    let folder = format!("{}/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(format!("{folder}/{name}"), bytes).expect("the seed can be written");
}

fn main() {
    let changes = [everything(1, 10), strange(2), everything(3, 30)];
    bundles(&changes);
    for (name, signed) in ["everything", "strange"].iter().zip(&changes) {
        save("change", name, &signed.bytes);
    }
    save("change", "rename", &signed_chain(4, 2)[1].bytes);
    snapshots(&changes);
    vaults();
}

/// A change that writes one record of each kind.
fn everything(seed: u8, millis: u64) -> Signed {
    let today = Date::from_ordinal_date(2026, 327).expect("a day");
    let records = demonstration::demonstration(today).into_records();
    let mut first: BTreeMap<u16, &(Uuid, AnyRecord)> = BTreeMap::new();
    for record in &records {
        first.entry(record.1.kind().number()).or_insert(record);
    }
    change(seed, millis, first.into_values().map(|(id, record)| ops(*id, record)).collect())
}

fn ops(id: Uuid, record: &AnyRecord) -> RecordOps {
    let field =
        |spec: &domain::FieldSpec| FieldOp { number: spec.number, value: record.get(spec.number), replaces: vec![] };
    RecordOps { kind: record.kind().number(), id, fields: record.kind().fields().iter().map(field).collect() }
}

/// A change of which this version understands little.
fn strange(seed: u8) -> Signed {
    let field = |number, value| FieldOp { number, value, replaces: vec![ChangeId { replica: replica(9), seq: 7 }] };
    let values = vec![
        field(1, Value::Text("a name".into())),
        field(0, Value::Text("a reason".into())),
        field(60, Value::List(vec![Value::Int(-1), Value::List(vec![Value::Bytes(vec![0; 9])])])),
        field(63, Value::Date(i32::MIN)),
    ];
    let record = |kind| RecordOps { kind, id: Uuid::from_u128(5), fields: values.clone() };
    change(seed, 20, vec![record(Kind::Case.number()), record(9_999)])
}

fn change(seed: u8, millis: u64, records: Vec<RecordOps>) -> Signed {
    let id = ChangeId { replica: replica(seed), seq: 1 };
    let time = Timestamp::new(millis, 0);
    sign(seed, Change { scope: 1, id, previous: [0; 32], time, author: None, intent: 1, records })
}

fn bundles(changes: &[Signed]) {
    let with = |changes| Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos: vec![] };
    let small = with(vec![b"a first change".to_vec(), vec![], b"a third change".to_vec()]);
    let real = with(changes.iter().map(|signed| signed.bytes.clone()).collect());
    let payload = payload_of(&small);
    let head = [&[23, 0, 0], [0; 16].as_slice(), &[2, 0, 0, 3]].concat();
    save("bundle", "blocks", &[&[0], &payload[15..]].concat());
    save("bundle", "stream", &[&[1, 19], &head[1..20], &[3, b'a', b'b', b'c', 0]].concat());
    save("bundle", "payload", &[&[2], payload.as_slice()].concat());
    save("bundle", "payload-real", &[&[2], payload_of(&real).as_slice()].concat());
    let file = pack(&small, &Lock::Recipients(vec![FUZZ_RECIPIENT.into()])).expect("a small bundle");
    save("bundle", "file", &[&[3], file.as_slice()].concat());
}

fn snapshots(changes: &[Signed]) {
    let mut state = State::default();
    save("snapshot", "empty", &fuzz::open_pieces(&snapshot::write(&mut state, &mut Pieces::default())));
    for signed in changes {
        state.fold(&signed.change, signed.hash);
    }
    let pieces = snapshot::write(&mut state, &mut Pieces::default());
    save("snapshot", "everything", &fuzz::open_pieces(&pieces));
    let mut packed = vec![1];
    for (number, piece) in &pieces {
        packed.extend([number.to_le_bytes(), (piece.len() as u32).to_le_bytes()].concat());
        packed.extend(piece);
    }
    save("snapshot", "packed", &packed);
}

fn vaults() {
    let key = DataKey::new([5; 32]);
    let mut vault = Vault::default();
    vault.admit(VaultLock { holder: Holder::Recovery, salt: [1; 16], cost: Cost::LEAST }, [2; 32], &key);
    save("vault", "recovery", &vault.encode());
    let staff = Holder::Staff { staff: Uuid::from_u128(3), sign: "leaf".into() };
    vault.admit(VaultLock { holder: staff, salt: [3; 16], cost: Cost::MOST }, [4; 32], &key);
    save("vault", "two", &vault.encode());
}
