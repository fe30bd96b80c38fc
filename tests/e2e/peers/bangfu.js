// This store, as the app has it: every record in memory, every change in a log on the disk.

import { Peer } from './peer.js';

export class Bangfu {
  async open() {
    this.peer = await Peer.open('bangfu');
  }

  // It has read all when it is open.
  async readAll() {}

  count() {
    return this.peer.count();
  }

  batch(records, from, to) {
    return { records, from, to };
  }

  load({ records, from, to }) {
    return this.peer.load(records, from, to);
  }

  settle() {
    return this.peer.tidy();
  }

  visit(records, number) {
    return { records, number };
  }

  save({ records, number }) {
    return this.peer.save(records, number);
  }

  foreign(records, round) {
    return this.peer.foreign(records, round);
  }

  edits(foreign) {
    return foreign.count();
  }

  merge(foreign) {
    return this.peer.merge(foreign);
  }
}
