// PouchDB with its own defaults, a document for each record. Chromium lets a database that does not ask for more answer
// before the disk has it, and PouchDB does not ask: here it is made to wait for the disk, as the others do.

let durability = 'strict';
const transaction = IDBDatabase.prototype.transaction;

function waitForTheDisk() {
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    return transaction.call(this, stores, mode, { ...options, durability });
  };
}

export class Pouch {
  constructor(adapter) {
    this.adapter = adapter;
    waitForTheDisk();
  }

  // Until it answers: it opens its database when it is first asked something.
  async open() {
    this.database = new PouchDB('pouch', { adapter: this.adapter });
    await this.database.info();
  }

  async readAll() {
    const { rows } = await this.database.allDocs({ include_docs: true });
    this.rows = rows;
  }

  count() {
    return this.rows.length;
  }

  batch(records, from, to) {
    return JSON.parse(records.documents(from, to));
  }

  async load(documents) {
    await this.database.bulkDocs(documents);
  }

  async settle() {}

  visit(records, number) {
    return JSON.parse(records.visit_document(number));
  }

  async save(document) {
    await this.database.put(document);
  }

  // Each with the revision that it stands on, as replication hands them over.
  async foreign(records, round) {
    const documents = JSON.parse(records.edited_documents(round));
    const { rows } = await this.database.allDocs({ keys: documents.map(({ _id }) => _id) });
    return documents.map((document, place) => successor(document, rows[place].value.rev));
  }

  edits(documents) {
    return documents.length;
  }

  async merge(documents) {
    await this.database.bulkDocs(documents, { new_edits: false });
  }

  relax() {
    durability = 'default';
    return true;
  }
}

function successor(document, parent) {
  const [generation, hash] = parent.split('-');
  const start = Number(generation) + 1;
  const own = crypto.randomUUID().replaceAll('-', '');
  return { ...document, _rev: `${start}-${own}`, _revisions: { start, ids: [own, hash] } };
}
