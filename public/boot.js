// Starts the app and keeps it ready for offline use. It is a file of its own because the content policy allows no
// inline script. It must never decide about an update by itself: a person does, in the app.
//
// What it says to the app, and hears from it (events on window):
//   bangfu-update-ready     a newer version lies ready. Also <html data-update="ready">, for an app that came later.
//   bangfu-update-accepted  the app sends it once the person agreed: the page reloads into the newer version.

const boot = document.getElementById('boot');
const absolute = (path) => new URL(path, document.baseURI).href;

async function start() {
  const app = await import(absolute(boot.dataset.app));
  await app.default({ module_or_path: absolute(boot.dataset.wasm) });
}

// The app mounts in its own time (it may first read its storage), so the first paint goes when something else comes.
function clearFirstPaint() {
  new MutationObserver((changes, observer) => {
    if (!changes.some((change) => [...change.addedNodes].some((node) => node.nodeType === Node.ELEMENT_NODE))) return;
    observer.disconnect();
    document.getElementById('first-paint')?.remove();
  }).observe(document.body, { childList: true });
}

function sayThatItFailed(error) {
  console.error(error);
  const message = document.getElementById('boot-failed');
  if (message) message.hidden = false;
}

async function keepReadyOffline() {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(absolute('sw.js'), { updateViaCache: 'none' });
  announceUpdates(registration);
  takeUpdateWhenAccepted(registration);
  // A tablet may stay open for weeks: look for a newer version whenever the network comes back.
  addEventListener('online', () => registration.update().catch(() => {}));
}

function announceUpdates(registration) {
  // The very first worker passes through "waiting", too, but then there is no active one: that is no update.
  const tell = () => {
    if (!registration.waiting || !registration.active) return;
    document.documentElement.dataset.update = 'ready';
    dispatchEvent(new CustomEvent('bangfu-update-ready'));
  };
  const watch = () => registration.installing?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', watch);
  watch();
  tell();
}

function takeUpdateWhenAccepted(registration) {
  addEventListener('bangfu-update-accepted', () => {
    if (!registration.waiting) return;
    // Only a page that asked reloads: the first worker's claim changes the controller as well.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage({ type: 'activate' });
  });
}

clearFirstPaint();
start().catch(sayThatItFailed);
keepReadyOffline().catch((error) => console.warn('not ready for offline use:', error));
