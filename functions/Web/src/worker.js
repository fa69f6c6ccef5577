// Offline shell: the pages of one build, and the last panchangs that were looked at. No other answer of the API is ever kept: charts, carts and orders are personal.
const version = '{{version}}';
const shell = [/* shell */];
const almanac = 'almanac';
const almanacEntriesMax = 40;
const patience = 4000;

self.addEventListener('install', (event) => event.waitUntil(caches.open(version)
  .then((cache) => cache.addAll(shell.map((path) => new Request(path, { cache: 'reload' }))))
  .then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name !== version && name !== almanac).map((name) => caches.delete(name))))
  .then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/v1/panchang')) return event.respondWith(panchang(event));
  if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/.well-known/')) return;
  // A script bears the hash of its content and never changes; everything else is asked for first, but not for longer than somebody waits.
  event.respondWith(/-[A-Z0-9]{8}\.js$/.test(url.pathname) ? fromShell(request).then((kept) => kept ?? fetch(request)) : page(request));
});

const fromShell = (request) => caches.open(version).then((cache) => cache.match(request, { ignoreSearch: true }));

async function page(request) {
  const kept = await fromShell(request);
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {});
    return kept && answer.status >= 500 ? kept : answer;
  } catch {
    return kept ?? (request.mode === 'navigate' ? await caches.match('/offline.html') : undefined) ?? Response.error();
  }
}

/** A panchang is the same for everybody at a place: the last ones stay readable without a network. */
async function panchang(event) {
  const cache = await caches.open(almanac);
  try {
    const answer = await fetch(event.request);
    if (answer.ok && (answer.headers.get('content-type') ?? '').includes('json')) event.waitUntil(keep(cache, event.request, answer.clone()));
    return answer;
  } catch {
    return (await cache.match(event.request.url)) ?? Response.error();
  }
}

async function keep(cache, request, answer) {
  await cache.put(request.url, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - almanacEntriesMax)).map((old) => cache.delete(old)));
}
