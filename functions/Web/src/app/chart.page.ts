import { byId, fill, h, svg } from './dom';
import { drawing, preview, reading, remedies, type BirthRequest, type Chart, type Plant, type Section } from './charts';
import { showErrors, start, waiting, clearErrors } from './page';
import { placePicker, rememberedPlace, type Place } from './places';
import { addToCart, pageOf } from './shop';
import { announce } from './dom';
import { day, degrees, language, local, money, t, term } from './text';

let place: Place = rememberedPlace();

void start(() => {
  const form = byId<HTMLFormElement>('birth');
  const time = byId<HTMLInputElement>('time');
  const unknown = byId<HTMLInputElement>('unknown');
  byId<HTMLInputElement>('birthplace').value = place.name;
  placePicker(byId<HTMLInputElement>('birthplace'), (chosen) => (place = chosen));
  unknown.addEventListener('change', () => {
    time.disabled = unknown.checked;
    time.required = !unknown.checked;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void draw(form);
  });
});

function request(form: HTMLFormElement): BirthRequest {
  const data = new FormData(form);
  const unknown = byId<HTMLInputElement>('unknown').checked;
  const time = String(data.get('time') ?? '');
  return {
    name: String(data.get('name') ?? '') || t('chart.somebody'),
    birth: {
      date: String(data.get('date')), time: unknown ? null : time.length === 5 ? `${time}:00` : time, timeAccuracy: unknown ? 'unknown' : 'exact',
      latitude: place.latitude, longitude: place.longitude, timeZone: place.timeZone, place: place.name,
    },
    settings: { vargas: ['d1', 'd9'], dashaDepth: 2 },
  };
}

async function draw(form: HTMLFormElement): Promise<void> {
  clearErrors(form);
  const body = request(form);
  const result = byId('result');
  const button = byId<HTMLButtonElement>('draw');
  button.disabled = true;
  let chart: Chart;
  try {
    announce(t('chart.wait'));
    chart = await preview(body);
  } catch (error) {
    showErrors(form, error);
    return;
  } finally {
    button.disabled = false;
  }
  fill(result, summary(chart), h('section', { class: 'card', id: 'drawing' }), grahas(chart), timeline(chart), doshas(chart), h('section', { class: 'card', id: 'plants' }), h('section', { class: 'card', id: 'reading' }));
  result.querySelector<HTMLElement>('h2')?.focus();
  await Promise.all([showDrawing(body, chart), showPlants(body), showReading(body)]);
}

function summary(chart: Chart): HTMLElement {
  const star = chart.birthStar;
  return h('section', { class: 'card' },
    h('h2', { class: 'h2', tabindex: -1 }, t('chart.yours')),
    star && h('p', { class: 'mt-2 text-xl' }, t('chart.star', { star: term(star.nakshatra), pada: star.pada })),
    star && star.syllable && h('p', { class: 'quiet mt-1' }, t('chart.syllable', { syllable: star.syllable, latin: star.syllableLatin })),
    star && !star.certain && h('p', { class: 'notice mt-3' }, t('chart.uncertain')),
    chart.lagna ? h('p', { class: 'mt-2' }, t('chart.lagna', { sign: term(chart.lagna.sign), degrees: degrees(chart.lagna.signDegrees) })) : h('p', { class: 'notice mt-3' }, t('chart.notime')));
}

async function showDrawing(body: BirthRequest, chart: Chart): Promise<void> {
  const target = byId('drawing');
  if (!chart.lagna) return target.remove();
  const show = async (style: string): Promise<void> => waiting(holder, t('chart.drawing'), async () => {
    const theme = document.documentElement.classList.contains('dark') ? 'dark' : 'light';
    const picture = svg(await drawing(body, `style=${style}&varga=d1&format=svg&language=${language()}&theme=${theme}`), t('chart.picture'));
    fill(holder, picture ? h('div', { class: 'mx-auto max-w-lg' }, picture) : h('p', { class: 'quiet' }, t('error.unknown')));
  });
  const holder = h('div', { class: 'mt-4' });
  const select = h('select', { class: 'field max-w-48', 'aria-label': t('chart.style'), change: () => void show(select.value) },
    ...['north', 'south', 'east'].map((style) => h('option', { value: style }, t(`chart.${style}`))));
  fill(target, select, holder);
  await show('north');
}

function grahas(chart: Chart): HTMLElement {
  return h('section', { class: 'card overflow-x-auto', tabindex: 0, role: 'region', 'aria-label': t('chart.grahas') }, h('h2', { class: 'h2 mb-3' }, t('chart.grahas')),
    h('table', { class: 'w-full text-left text-sm' },
      h('thead', { class: 'quiet' }, h('tr', {}, ...['graha', 'sign', 'nakshatra', 'house'].map((name) => h('th', { scope: 'col', class: 'py-2 pr-3 font-medium' }, t(`chart.${name}`))))),
      h('tbody', {}, ...chart.grahas.map((graha) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' },
        h('th', { scope: 'row', class: 'py-2 pr-3 font-medium' }, term(graha.graha), graha.retrograde && h('span', { class: 'badge ml-2' }, t('chart.retrograde'))),
        h('td', { class: 'py-2 pr-3' }, `${term(graha.sign)} ${degrees(graha.signDegrees)}`),
        h('td', { class: 'py-2 pr-3' }, `${term(graha.nakshatra)} ${graha.pada}`),
        h('td', { class: 'py-2' }, graha.house ?? '–'))))));
}

function timeline(chart: Chart): HTMLElement | null {
  const periods = chart.dasha?.periods ?? [];
  if (periods.length === 0) return null;
  const now = Date.now();
  const first = Date.parse(periods[0]!.start);
  const span = Date.parse(periods[periods.length - 1]!.end) - first;
  return h('section', { class: 'card' }, h('h2', { class: 'h2 mb-3' }, t('chart.dasha')),
    h('ol', { class: 'space-y-2' }, ...periods.map((period) => {
      const [from, to] = [Date.parse(period.start), Date.parse(period.end)];
      const running = from <= now && now < to;
      const bar = h('div', { class: running ? 'h-2 rounded-full bg-amber-600' : 'bar' });
      bar.style.marginInlineStart = `${((from - first) / span) * 100}%`;
      bar.style.width = `${Math.max(((to - from) / span) * 100, 0.5)}%`;
      return h('li', { 'aria-current': running ? 'true' : null },
        h('div', { class: 'row py-0.5' }, h('span', { class: running ? 'font-semibold' : '' }, term(period.lord), running && h('span', { class: 'badge ml-2' }, t('chart.now'))), h('span', { class: 'quiet' }, `${day(period.start)} – ${day(period.end)}`)), bar);
    })));
}

function doshas(chart: Chart): HTMLElement | null {
  const found = chart.doshas;
  if (!found) return null;
  const rows: [string, string][] = [];
  if (found.manglik) rows.push([t('chart.manglik'), !found.manglik.present ? t('chart.absent') : found.manglik.cancelled ? t('chart.cancelled') : t('chart.present')]);
  if (found.kaalSarp) rows.push([t('chart.kaalsarp'), found.kaalSarp.present ? t('chart.present') : t('chart.absent')]);
  if (found.sadeSati) rows.push([t('chart.sadesati'), found.sadeSati.active ? t('chart.running') : t('chart.notrunning')]);
  return h('section', { class: 'card' }, h('h2', { class: 'h2 mb-2' }, t('chart.doshas')), h('p', { class: 'quiet mb-2' }, t('chart.calm')),
    h('dl', {}, ...rows.map(([name, value]) => h('div', { class: 'row' }, h('dt', {}, name), h('dd', { class: 'font-medium' }, value)))));
}

async function showPlants(body: BirthRequest): Promise<void> {
  const target = byId('plants');
  fill(target, h('h2', { class: 'h2 mb-3' }, t('chart.plants')));
  const list = target.appendChild(h('div', {}));
  await waiting(list, t('chart.plantswait'), async () => {
    const { plants } = await remedies(body);
    fill(list, plants.length === 0 ? h('p', { class: 'quiet' }, t('chart.noplants')) : h('ul', { class: 'grid gap-4 sm:grid-cols-2' }, ...plants.slice(0, 8).map(plantCard)));
  });
}

function plantCard(plant: Plant): HTMLElement {
  const product = plant.products.find((candidate) => candidate.available);
  return h('li', { class: 'rounded-lg border border-gray-200 p-4 dark:border-gray-700' },
    h('p', { class: 'badge' }, `${t(`role.${plant.role}`)}: ${term(plant.subject)}`),
    h('p', { class: 'mt-2 font-semibold' }, local(plant.names)), h('p', { class: 'quiet italic' }, plant.scientificName), h('p', { class: 'quiet mt-1' }, term(plant.reason.rule)),
    plant.warning && h('p', { class: 'notice mt-2' }, local(plant.warning)), plant.notSoldBecause && h('p', { class: 'quiet mt-2' }, local(plant.notSoldBecause)),
    product && h('p', { class: 'mt-3 text-sm' }, `${product.title} · `, h('strong', {}, money(product.price))),
    product && h('button', { type: 'button', class: 'button mt-2', click: (event) => void add(event.currentTarget as HTMLButtonElement, product.sku) }, t('shop.add')),
    product && h('a', { class: 'link ml-3 text-sm', href: pageOf(product.slug) }, t('shop.more')));
}

async function add(button: HTMLButtonElement, sku: string): Promise<void> {
  button.disabled = true;
  try {
    await addToCart(sku);
    button.textContent = t('shop.added');
    announce(t('shop.added'));
  } finally {
    button.disabled = false;
  }
}

async function showReading(body: BirthRequest): Promise<void> {
  const target = byId('reading');
  fill(target, h('h2', { class: 'h2 mb-3' }, t('chart.reading')));
  const text = target.appendChild(h('div', { class: 'space-y-4' }));
  await waiting(text, t('chart.readingwait'), async () => {
    const answer = await reading({ ...body, language: language(), length: 'short', topics: ['self', 'work', 'family'] });
    fill(text, ...answer.sections.map(section), h('p', { class: 'quiet' }, answer.disclaimer));
  });
}

function section({ topic, text, evidence }: Section): HTMLElement {
  return h('article', {}, h('h3', { class: 'font-semibold' }, term(topic)), h('p', { class: 'mt-1' }, text),
    h('details', { class: 'mt-1' }, h('summary', { class: 'link cursor-pointer py-2 text-sm' }, t('chart.evidence')),
      h('ul', { class: 'quiet list-disc pl-5' }, ...evidence.map((item) => h('li', {}, `${term(item.finding)}: ${item.placements.map(term).join(', ')} (${item.source})`)))));
}
