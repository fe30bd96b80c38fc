// The page in which ./dev bench measures one peer: `?peer=` says which. Every peer is asked for the same steps in the
// same words, and only this file reads the clock. What a step needs is made before its clock starts.

import init, { Records } from './peer.js';
import { Bangfu } from './bangfu.js';
import { Pouch } from './pouch.js';
import { Raw } from './raw.js';

const COUNT = 200_000;
const EDITS = 10_000;
const SAVES = 20;
const SAMPLE = 2_000;

const PEERS = {
  bangfu: () => new Bangfu(),
  'pouchdb-idb': () => new Pouch('idb'),
  'pouchdb-indexeddb': () => new Pouch('indexeddb'),
  raw: () => new Raw(),
};

const name = new URLSearchParams(location.search).get('peer');
let progress = '';

async function timed(step) {
  const begin = performance.now();
  await step();
  return performance.now() - begin;
}

async function load(peer) {
  const records = new Records(COUNT);
  await peer.open();
  let time = 0;
  for (let from = 0; from < COUNT; from += peer.stretch) {
    const to = Math.min(from + peer.stretch, COUNT);
    const batch = peer.batch(records, from, to);
    time += await timed(() => peer.load(batch));
    progress = `${to} of ${COUNT}`;
  }
  time += await timed(() => peer.settle());
  return { load: [time], ...shape(records) };
}

// How many fields a record has, and how many bytes as JSON, without what only a document needs.
function shape(records) {
  const documents = JSON.parse(records.documents(0, SAMPLE));
  const fields = documents.map((document) => Object.keys(document).length - 2);
  return { fields: [mean(fields)], json: [mean(documents.map((document) => JSON.stringify(document).length))] };
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

async function open(peer) {
  const first = await timed(async () => {
    await peer.open();
    expect(await peer.readOne(), 1, 'record is read');
  });
  const rest = await timed(() => peer.readAll());
  expect(peer.count(), COUNT, 'records are there');
  return { first: [first], all: [first + rest] };
}

async function write(peer, round) {
  const records = new Records(COUNT);
  await peer.open();
  await peer.readAll();
  const number = round * SAVES * 2;
  const save = await saves(peer, records, number);
  const merge = [await merged(peer, records, round)];
  await peer.settle();
  return { save, merge, relaxed: await relaxed(peer, records, number + SAVES) };
}

async function saves(peer, records, from) {
  const times = [];
  for (let number = from; number < from + SAVES; number += 1) {
    const visit = peer.visit(records, number);
    times.push(await timed(() => peer.save(visit)));
  }
  return times;
}

async function merged(peer, records, round) {
  const foreign = await peer.foreign(records, round);
  expect(peer.edits(foreign), EDITS, 'changes are to be merged');
  return timed(() => peer.merge(foreign));
}

// What a peer saves when it is left as it is published; nothing for one that always waits for the disk.
async function relaxed(peer, records, from) {
  return peer.relax?.() ? saves(peer, records, from) : [];
}

function expect(found, wanted, what) {
  if (found !== wanted) throw new Error(`${found} ${what}, not ${wanted}`);
}

const STEPS = { load, open, write };
let outcome;

// Starts a step of a round in a new process; its outcome is asked for with `news`.
window.begin = (step, round) => {
  outcome = STEPS[step](PEERS[name](), round);
};

// The times of the step, or after some seconds how far it is.
window.news = () => Promise.race([
  outcome.then((times) => ({ times })),
  new Promise((done) => { setTimeout(() => done({ progress }), 5_000); }),
]);

await init();
window.isReady = true;
