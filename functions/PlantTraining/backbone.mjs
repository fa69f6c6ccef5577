// Unpacks the weights of the permissively licensed npm package `nsfwjs` (MIT) into plain files:
// `<name>.bin` (the bytes) and `<name>.json` (names, shapes and quantisation of every tensor).
// Run: node backbone.mjs <folder of the unpacked package> <output folder>
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [packageFolder, outputFolder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const load = file => { const module = require(file); return module.default ?? module; };

mkdirSync(outputFolder, { recursive: true });
for (const name of ['mobilenet_v2', 'mobilenet_v2_mid']) {
  const folder = path.resolve(packageFolder, 'dist/models', name);
  const shards = readdirSync(folder).filter(file => file.startsWith('group')).sort();
  const bytes = Buffer.concat(shards.map(file => Buffer.from(load(path.join(folder, file)), 'base64')));
  const { weightsManifest } = load(path.join(folder, 'model.min.js'));
  writeFileSync(path.join(outputFolder, `${name}.bin`), bytes);
  writeFileSync(path.join(outputFolder, `${name}.json`), JSON.stringify(weightsManifest.flatMap(group => group.weights)));
  console.log(`${name}: ${bytes.length} bytes`);
}
