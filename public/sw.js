// Serves the whole app from a cache, so that it opens without any network. `xtask precache` fills in the two
// constants at build time. It must never take over by itself (the app asks the person first), never mix two versions,
// and never touch anything but its own files. Without a list of files (a debug build) it caches nothing.

const VERSION = '__VERSION__';
// Each entry: an address relative to this file, and the hash that its content must have.
const FILES = [/*__FILES__*/];

const SCOPE = new URL('./', self.location).pathname;
// Caches belong to the whole origin, where a second Bangfu may live under another path.
const PREFIX = `bangfu ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const pathOf = (url) => new URL(url, self.location).pathname;
const PATHS = new Set(FILES.map(([url]) => pathOf(url)));

// All or nothing. The hashes refuse a login page in the app's place, and a mixture of two versions while a server is being updated.
async function store() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(([url, integrity]) => new Request(url, { cache: 'reload', integrity })));
}

async function dropOtherVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function stored(path) {
  const cache = await caches.open(CACHE);
  return cache.match(path, { ignoreVary: true });
}

// A page of the app at any depth is the one page that there is, told where the app's root lies.
async function page(request) {
  const root = await stored(SCOPE);
  if (!root) return fetch(request);
  const headers = new Headers(root.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  const html = await root.text();
  const base = `<base href="${SCOPE.replaceAll('&', '&amp;')}"`;
  return new Response(html.replace('<base href="./"', () => base), { headers });
}

async function file(request, path) {
  return (await stored(path)) ?? fetch(request);
}

function answer(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(SCOPE)) return undefined;
  if (url.pathname !== SCOPE && PATHS.has(url.pathname)) return file(request, url.pathname);
  if (request.mode === 'navigate') return page(request);
  return undefined;
}

self.addEventListener('install', (event) => {
  if (FILES.length === 0) self.skipWaiting();
  event.waitUntil(store());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherVersions().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  if (FILES.length === 0) return;
  const response = answer(event.request);
  if (response) event.respondWith(response);
});
