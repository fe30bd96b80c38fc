// IndexedDB with nothing around it: a row for each record, no history, no check, no revision. What no database in a
// browser that keeps a row for each record can be faster than.

const STORE = 'records';

export class Raw {
  constructor() {
    this.durability = 'strict';
  }

  // Until it answers.
  async open() {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    this.database = await answer(request);
    await answer(this.read().get(''));
  }

  async readAll() {
    this.rows = await answer(this.read().getAll());
  }

  count() {
    return this.rows.length;
  }

  batch(records, from, to) {
    return JSON.parse(records.documents(from, to));
  }

  load(rows) {
    return this.put(rows);
  }

  async settle() {}

  visit(records, number) {
    return JSON.parse(records.visit_document(number));
  }

  save(row) {
    return this.put([row]);
  }

  async foreign(records, round) {
    return JSON.parse(records.edited_documents(round));
  }

  edits(rows) {
    return rows.length;
  }

  merge(rows) {
    return this.put(rows);
  }

  relax() {
    this.durability = 'default';
    return true;
  }

  read() {
    return this.database.transaction(STORE).objectStore(STORE);
  }

  put(rows) {
    const transaction = this.database.transaction(STORE, 'readwrite', { durability: this.durability });
    const store = transaction.objectStore(STORE);
    for (const { _id, ...row } of rows) store.put(row, _id);
    return new Promise((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error);
    });
  }
}

function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
