// The page in which ./dev bench measures one peer: `?peer=` says which. Every peer is asked for the same steps in the
// same words, and only this file reads the clock. What a step needs is made before its clock starts.

import init, { Records } from './peer.js';
import { Bangfu } from './bangfu.js';
import { Pouch } from './pouch.js';
import { Raw } from './raw.js';

const COUNT = 200_000;
const EDITS = 10_000;
const BATCH = 2_000;
const SAVES = 40;
const ROUNDS = 3;

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
  for (let from = 0; from < COUNT; from += BATCH) {
    const batch = peer.batch(records, from, from + BATCH);
    time += await timed(() => peer.load(batch));
    progress = `${from + BATCH} of ${COUNT}`;
  }
  time += await timed(() => peer.settle());
  return { load: [time] };
}

async function open(peer) {
  const first = await timed(() => peer.open());
  const rest = await timed(() => peer.readAll());
  expect(peer.count(), COUNT, 'records are there');
  return { first: [first], all: [first + rest] };
}

async function write(peer) {
  const records = new Records(COUNT);
  await peer.open();
  await peer.readAll();
  return { save: await saves(peer, records), merge: await merges(peer, records), relaxed: await relaxed(peer, records) };
}

async function saves(peer, records, from = 0) {
  const times = [];
  for (let number = from; number < from + SAVES; number += 1) {
    const visit = peer.visit(records, number);
    times.push(await timed(() => peer.save(visit)));
  }
  return times;
}

async function merges(peer, records) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const foreign = await peer.foreign(records, round);
    expect(peer.edits(foreign), EDITS, 'changes are to be merged');
    times.push(await timed(() => peer.merge(foreign)));
    progress = `round ${round + 1} of ${ROUNDS}`;
  }
  return times;
}

// What a peer saves when it is left as it is published; nothing for one that always waits for the disk.
async function relaxed(peer, records) {
  return peer.relax?.() ? saves(peer, records, SAVES) : [];
}

function expect(found, wanted, what) {
  if (found !== wanted) throw new Error(`${found} ${what}, not ${wanted}`);
}

const STEPS = { load, open, write };
let outcome;

// Starts a step in a new process; its outcome is asked for with `news`.
window.begin = (step) => {
  outcome = STEPS[step](PEERS[name]());
};

// The times of the step, or after some seconds how far it is.
window.news = () => Promise.race([
  outcome.then((times) => ({ times })),
  new Promise((done) => { setTimeout(() => done({ progress }), 5_000); }),
]);

await init();
window.isReady = true;
