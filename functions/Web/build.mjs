// Builds the pages into dist/: one HTML file a page from the layout, scripts by esbuild, styles by Tailwind, packs and pictures copied.
// It fails where a page or a script uses a text that one of the language packs lacks, and where a budget is exceeded.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(here, ...parts);
const dist = at('dist');
const scriptBytesMax = 100 * 1024;
const styleBytesMax = 50 * 1024;
const providers = ['apple', 'google', 'microsoft'];

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'assets'), { recursive: true });

const layout = readFileSync(at('src/layout.html'), 'utf8');
const pages = readdirSync(at('src/pages')).filter((file) => file.endsWith('.html')).sort();
const packs = Object.fromEntries(['en', 'hi'].map((language) => [language, JSON.parse(readFileSync(at('src/packs', `${language}.json`), 'utf8'))]));

checkTexts();
const scripts = await buildScripts();
const style = buildStyle();
cpSync(at('src/static'), dist, { recursive: true });
for (const language of Object.keys(packs).filter((name) => name !== 'en')) writeFileSync(join(dist, 'assets', `${language}.json`), JSON.stringify(packs[language]));
for (const page of pages) writePage(page);
writeWorker();
checkBudgets();

function checkTexts() {
  const sources = [['layout.html', layout], ...pages.map((file) => [file, readFileSync(at('src/pages', file), 'utf8')]),
    ...readdirSync(at('src/app')).map((file) => [file, readFileSync(at('src/app', file), 'utf8')])];
  const missing = [];
  for (const [file, text] of sources)
    for (const [, one, two] of text.matchAll(/data-t(?:-[a-z-]+)?="([\w.]+)"|\bt\('([\w.]+)'/g))
      for (const language of Object.keys(packs)) if (!(( one ?? two) in packs[language])) missing.push(`${file}: ${one ?? two} (${language})`);
  // Of a key that is put together, at least one text must begin so.
  for (const [file, text] of sources)
    for (const [, beginning] of text.matchAll(/\bt\(`([\w.]+\.)\$\{/g)) if (!Object.keys(packs.en).some((key) => key.startsWith(beginning))) missing.push(`${file}: ${beginning}*`);
  for (const key of Object.keys(packs.en)) if (!(key in packs.hi)) missing.push(`hi.json: ${key}`);
  if (missing.length > 0) throw new Error(`Texts that a pack lacks:\n${missing.join('\n')}`);
}

async function buildScripts() {
  const entries = pages.map((file) => at('src/app', file.replace('.html', '.page.ts')));
  const result = await build({
    entryPoints: entries, bundle: true, splitting: true, format: 'esm', minify: true, target: 'es2022', outdir: join(dist, 'assets'),
    entryNames: '[name]-[hash]', chunkNames: 'shared-[hash]', metafile: true, logLevel: 'warning',
  });
  const outputs = Object.entries(result.metafile.outputs);
  return Object.fromEntries(outputs.filter(([, output]) => output.entryPoint).map(([path, output]) =>
    [output.entryPoint.split('/').pop().replace('.page.ts', ''), { src: `/assets/${path.split('/').pop()}`, imports: output.imports.map((item) => `/assets/${item.path.split('/').pop()}`) }]));
}

function buildStyle() {
  const target = join(dist, 'assets', 'style.css');
  execFileSync(process.execPath, [at('node_modules/@tailwindcss/cli/dist/index.mjs'), '-i', at('src/style.css'), '-o', target, '--minify'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  return `/assets/style.css?v=${createHash('sha256').update(readFileSync(target)).digest('hex').slice(0, 8)}`;
}

function writePage(file) {
  const name = file.replace('.html', '');
  const script = scripts[name];
  const body = readFileSync(at('src/pages', file), 'utf8');
  const title = packs.en[`page.${name}`];
  const html = layout
    .replaceAll('{{title}}', title).replaceAll('{{name}}', name).replace('{{style}}', style).replace('{{script}}', script.src)
    .replace('{{preload}}', script.imports.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n    '))
    .replace('{{body}}', () => body);
  if (name !== 'signin') return writeFileSync(join(dist, file), html);
  // Each provider sends people back to a page of its own, so that no answer can pass for another provider's.
  mkdirSync(join(dist, name), { recursive: true });
  for (const provider of providers) writeFileSync(join(dist, name, `${provider}.html`), html);
}

// The offline shell: pages, assets and pictures of this build.
function writeWorker() {
  const assets = readdirSync(join(dist, 'assets')).filter((file) => file !== 'style.css').map((file) => `/assets/${file}`);
  const pictures = readdirSync(at('src/static')).map((file) => `/${file}`);
  const shell = ['/', ...pages.filter((file) => file !== 'signin.html').map((file) => `/${file}`), style, ...assets, ...pictures];
  // Of the contents, not of the names: a page that changes is a new version.
  const hash = createHash('sha256');
  for (const path of shell.slice(1)) hash.update(path).update(readFileSync(join(dist, path.split('?')[0])));
  const version = hash.digest('hex').slice(0, 12);
  const source = readFileSync(at('src/worker.js'), 'utf8').replace("'{{version}}'", JSON.stringify(version)).replace('[/* shell */]', JSON.stringify(shell));
  writeFileSync(join(dist, 'worker.js'), source);
}

function checkBudgets() {
  const zipped = (file) => gzipSync(readFileSync(join(dist, 'assets', file))).length;
  const styles = zipped('style.css');
  const worst = Math.max(...Object.values(scripts).map(({ src, imports }) => [src, ...imports].reduce((sum, path) => sum + zipped(path.split('/').pop()), 0)));
  console.log(`pages ${pages.length}, largest script ${(worst / 1024).toFixed(1)} KiB gzipped, style ${(styles / 1024).toFixed(1)} KiB gzipped`);
  if (worst > scriptBytesMax || styles > styleBytesMax) throw new Error('A page is over its budget.');
}
