// How many bare calls a second the emulated store answers by itself: inserts, point reads and replacements of rows of 1 KiB, 8 at a time, with no product in between.
// Whoever makes N calls for a purchase can't be faster than this figure divided by N.   node floor.mjs DATA-FOLDER [calls]
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';

const [folder, calls = '4000'] = process.argv.slice(2);
// Account and key are the emulator's published ones.
const [account, key] = ['devstoreaccount1', 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='];
const { table: port } = JSON.parse(readFileSync(`${folder}/azurite/guard.json`));
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

function send(method, path, body) {
  const date = new Date().toUTCString();
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(`${date}\n/${account}/${account}/${path}`).digest('base64');
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = { 'x-ms-date': date, 'x-ms-version': '2020-12-06', accept: 'application/json;odata=nometadata', authorization: `SharedKeyLite ${account}:${signature}` };
  if (text !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path: `/${account}/${path}`, headers, agent }, (answer) => {
      answer.resume().on('end', () => (answer.statusCode < 300 ? resolve() : reject(new Error(`${method} ${path}: ${answer.statusCode}`))));
    });
    request.on('error', reject).end(text);
  });
}

const name = `floor${randomUUID().replaceAll('-', '')}`;
await send('POST', 'Tables', { TableName: name });
const row = (partition) => ({ PartitionKey: partition, RowKey: 'row', text: 'x'.repeat(1024) });
const kinds = { insert: (at) => send('POST', name, row(at)), read: (at) => send('GET', `${name}(PartitionKey='${at}',RowKey='row')`), replace: (at) => send('PUT', `${name}(PartitionKey='${at}',RowKey='row')`, row(at)) };
let next = 0;
const start = performance.now();
await Promise.all(Array.from({ length: 8 }, async () => {
  for (let at = next++; at * 3 < +calls; at = next++) for (const call of Object.values(kinds)) await call(`p${at}`);
}));
console.log(JSON.stringify({ name: 'bare calls to the store', count: next * 3, perSecond: Math.round((next * 3) / ((performance.now() - start) / 1000)) }));
await send('DELETE', `Tables('${name}')`);
