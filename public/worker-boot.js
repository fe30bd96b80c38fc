// Starts the worker's program beside the page. It is a file of its own, with a name that never changes, because a page
// names its worker by an address. It must never swallow a failure: the page hears of one only as an error of the worker.

import start from './worker.js';

const fail = (reason) => reportError(reason instanceof Error ? reason : new Error(String(reason)));

addEventListener('unhandledrejection', (event) => fail(event.reason));
start().catch(fail);
