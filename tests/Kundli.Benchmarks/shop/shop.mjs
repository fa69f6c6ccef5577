// Measures a running shop over HTTP: lists at concurrency 16 and whole anonymous checkouts at concurrency 8 (create cart, add, address, summary, checkout, read order).
// node shop.mjs http://127.0.0.1:7071 [checkouts] [seconds of lists]. One JSON object a line.
import http from 'node:http';

const [base, checkouts = '300', seconds = '10'] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const address = { name: 'Asha Verma', line1: '12 Lodhi Road', city: 'New Delhi', state: 'DL', postalCode: '110003', country: 'IN', phone: '+919876543210' };

function send(method, path, body, headers = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  if (text !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  return new Promise((resolve, reject) => {
    const request = http.request(base + path, { method, agent, headers }, (answer) => {
      let all = '';
      answer.setEncoding('utf8').on('data', (part) => { all += part; }).on('end', () => resolve({ status: answer.statusCode, json: all === '' ? null : JSON.parse(all) }));
    });
    request.on('error', reject).end(text);
  });
}

async function must(method, path, body, headers) {
  const answer = await send(method, path, body, headers);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer.json;
}

async function buy(number, sku) {
  const cart = `/api/v1/carts/${(await must('POST', '/api/v1/carts', {})).id}`;
  await must('PUT', `${cart}/items/${sku}`, { quantity: 1 });
  await must('PUT', `${cart}/delivery`, { method: 'standard', address });
  const summary = await must('GET', `${cart}/summary`);
  const order = await must('POST', '/api/v1/checkouts', {
    cartId: cart.split('/').pop(), summaryHash: summary.summaryHash, customer: { kind: 'individual', name: 'Asha Verma', email: `a${number}@example.com`, phone: address.phone },
    billingAddress: address, deliveryAddress: address, deliveryMethod: 'standard', payment: { method: 'cod' }, termsAccepted: true,
  }, { 'idempotency-key': `bench-${process.pid}-${number}` });
  await must('GET', `/api/v1/orders/${order.orderId}`);
}

function report(name, count, times, elapsed) {
  times.sort((a, b) => a - b);
  const at = (share) => +times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  console.log(JSON.stringify({ name, count, perSecond: +(count / elapsed).toFixed(1), p50: at(0.5), p95: at(0.95), p99: at(0.99) }));
}

async function run(name, concurrency, work) {
  const times = [];
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, async (_, worker) => {
    for (let task = work(worker); task; task = work(worker)) {
      const began = performance.now();
      await task();
      times.push(performance.now() - began);
    }
  }));
  report(name, times.length, times, (performance.now() - start) / 1000);
}

const lists = {
  'list of 20': '/api/v1/products?limit=20',
  'search with a typo': '/api/v1/products?query=rudrakhsa&limit=20',
  'facets, filtered and sorted': '/api/v1/products?category=saplings&inStock=true&sort=price&limit=20',
};
const skus = (await must('GET', '/api/v1/products?inStock=true&category=reports&category=saplings&limit=100')).items.map((item) => item.sku);
for (const [name, path] of Object.entries(lists)) {
  await must('GET', path);
  const until = performance.now() + (+seconds * 1000) / 3;
  await run(name, 16, () => (performance.now() < until ? () => must('GET', path) : null));
}
for (let warm = 0; warm < 24; warm++) await buy(-1 - warm, skus[warm % skus.length]);
let next = 0;
await run('whole checkout', 8, () => { const number = next++; return number < +checkouts ? () => buy(number, skus[number % skus.length]) : null; });
