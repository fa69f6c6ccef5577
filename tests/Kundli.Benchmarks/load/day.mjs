// A day of Kundli in small: readers of the almanac, charts, buyers and screens of the app at once, at rising numbers of people who never pause.
// node day.mjs http://127.0.0.1:7071 [seconds a step] [people of each step, comma-separated]. One table row a step and kind of request; 429 stands apart, since it is the documented answer to too much.
import http from 'node:http';

const [base, seconds = '10', steps = '4,16,64'] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
const address = { name: 'Asha Verma', line1: '12 Lodhi Road', city: 'New Delhi', state: 'DL', postalCode: '110003', country: 'IN', phone: '+919876543210' };
const cities = [[28.65195, 77.23149], [19.07283, 72.88261], [25.31668, 83.01041], [13.08784, 80.27847]];
const birth = (seed) => ({ date: `19${50 + (seed % 50)}-0${1 + (seed % 9)}-1${seed % 9}`, time: '14:30', latitude: 28.6139, longitude: 77.209, timeZone: 'Asia/Kolkata' });

function send(method, path, body, headers = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  if (text !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  return new Promise((resolve, reject) => {
    const request = http.request(base + path, { method, agent, headers, timeout: 30_000 }, (answer) => {
      let all = '';
      answer.setEncoding('utf8').on('data', (part) => { all += part; }).on('end', () => resolve({ status: answer.statusCode, text: all }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 30 s'))).on('error', reject).end(text);
  });
}

// What people do, by how many of a hundred do it. Each is one request, but for a purchase.
const kinds = [
  ['panchang of today', 35, (n) => { const [a, o] = cities[n % cities.length]; return send('GET', `/api/v1/panchang?latitude=${a}&longitude=${o}`); }],
  ['products', 15, (n) => send('GET', `/api/v1/products?limit=20${n % 2 ? '&inStock=true' : ''}`)],
  ['one product', 10, () => send('GET', '/api/v1/products/brass-diya')],
  ['place search', 10, (n) => send('GET', `/api/v1/places?query=${['jaip', 'vara', 'banglore', 'chen'][n % 4]}`)],
  ['chart', 10, (n) => send('POST', '/api/v1/charts/preview', { birth: birth(n) })],
  ['reading', 5, (n) => send('POST', '/api/v1/readings/preview', { birth: birth(n), language: n % 2 ? 'hi' : 'en' })],
  ['screen by GraphQL', 10, (n) => send('POST', '/api/v1/graphql', { query: 'query($r: ChartRequestInput!) { chart(request: $r) { birthStar { nakshatra } remedies { plants { slug products { product { title } } } } } products(limit: 5) { items { slug title } } }', variables: { r: { birth: birth(n) } } })],
  ['purchase, six requests', 5, async (n) => {
    const cart = JSON.parse((await send('POST', '/api/v1/carts', {})).text).id;
    await send('PUT', `/api/v1/carts/${cart}/items/PJ-DIYA-S`, { quantity: 1 });
    await send('PUT', `/api/v1/carts/${cart}/delivery`, { method: 'standard', address });
    const summary = JSON.parse((await send('GET', `/api/v1/carts/${cart}/summary`)).text);
    const contact = { email: `load${n}-${process.pid}@example.com`, phone: `+9197${String(n % 1e8).padStart(8, '0')}` };
    const placed = await send('POST', '/api/v1/checkouts', {
      cartId: cart, summaryHash: summary.summaryHash, customer: { kind: 'individual', name: 'Asha Verma', ...contact }, billingAddress: address,
      deliveryAddress: { ...address, line1: `${n} Lodhi Road` }, deliveryMethod: 'standard', payment: { method: 'cod' }, termsAccepted: true,
    }, { 'idempotency-key': `load-${process.pid}-${n}` });
    // Sold out is an answer, too.
    return placed.status === 409 ? { status: 200 } : placed;
  }],
];
const deck = kinds.flatMap((kind) => Array.from({ length: kind[1] }, () => kind));

async function step(people) {
  const times = new Map(kinds.map(([name]) => [name, { times: [], limited: 0, failed: 0 }]));
  const until = performance.now() + Number(seconds) * 1000;
  let next = 0;
  await Promise.all(Array.from({ length: people }, async () => {
    while (performance.now() < until) {
      const number = next++;
      // Seven and a hundred have no common divisor: every kind comes in its share, mixed.
      const [name, , work] = deck[(number * 7) % deck.length];
      const began = performance.now();
      const seen = times.get(name);
      try {
        const { status } = await work(number + people * 100_000);
        if (status === 429) seen.limited++;
        else if (status >= 400) seen.failed++;
        else seen.times.push(performance.now() - began);
      } catch { seen.failed++; }
    }
  }));
  let all = 0;
  for (const [name, seen] of times) {
    all += seen.times.length;
    seen.times.sort((a, b) => a - b);
    const at = (share) => (seen.times.length === 0 ? '' : seen.times[Math.min(seen.times.length - 1, Math.floor(seen.times.length * share))].toFixed(1));
    console.log(`| ${people} | ${name} | ${seen.times.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${seen.limited} | ${seen.failed} |`);
  }
  console.log(`| ${people} | **all** | ${(all / Number(seconds)).toFixed(0)} a second | | | | | |`);
}

console.log('| people | request | answered | p50 ms | p95 ms | p99 ms | 429 | failed |\n|---|---|---|---|---|---|---|---|');
for (const people of steps.split(',').map(Number)) await step(people);
agent.destroy();
