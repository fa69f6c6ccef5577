// Offline shell: the pages of one build. What the API answers is never kept here: charts, carts and orders are personal.
const version = '{{version}}';
const shell = [/* shell */];

self.addEventListener('install', (event) => event.waitUntil(caches.open(version).then((cache) => cache.addAll(shell)).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name))))
  .then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/') || url.pathname.startsWith('/.well-known/')) return;
  event.respondWith(fetch(event.request).catch(async () =>
    (await caches.match(event.request, { ignoreSearch: true })) ?? (event.request.mode === 'navigate' ? await caches.match('/') : undefined) ?? Response.error()));
});
