import { decide, readConsents } from './consents';
import { announce, byId, fill, h, svg } from './dom';
import { call, get, Problem, signedIn } from './api';
import { doshas, strengthsOf } from './chartmore';
import { grahas, summary, timeline } from './chartparts';
import { drawing, preview, reading, remedies, type BirthRequest, type Chart, type Plant } from './charts';
import { action, choiceOf, form as formOf, tick } from './forms';
import { clearErrors, parameter, showErrors, signInLink, start, waiting } from './page';
import { placePicker, rememberedPlace, type Place } from './places';
import { section } from './reading';
import { buyButton, pageOf } from './shop';
import { language, local, money, t, term } from './text';

const plantsShown = 8;
const vargas = ['d1', 'd2', 'd3', 'd4', 'd7', 'd9', 'd10', 'd12', 'd16', 'd20', 'd24', 'd27', 'd30', 'd40', 'd45', 'd60'];

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
  return openKept(form);
});

/** A kept chart comes with its birth into the form, and is drawn. */
async function openKept(form: HTMLFormElement): Promise<void> {
  const id = parameter('id');
  if (!id) return;
  const { name, birth } = await get<Chart & { name?: string | null }>(`charts/${encodeURIComponent(id)}`);
  if (!birth) return;
  const isUnknown = birth.time === null || birth.time === undefined;
  place = { name: birth.place ?? '', country: '', latitude: birth.latitude, longitude: birth.longitude, timeZone: birth.timeZone };
  const values: Record<string, string> = { name: name ?? '', date: birth.date, time: isUnknown ? '' : birth.time!.slice(0, 8), birthplace: place.name };
  for (const [field, value] of Object.entries(values)) byId<HTMLInputElement>(field).value = value;
  byId<HTMLInputElement>('unknown').checked = isUnknown;
  byId<HTMLInputElement>('time').disabled = isUnknown;
  await draw(form, id);
}

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

async function draw(form: HTMLFormElement, keptId: string | null = null): Promise<void> {
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
  fill(result, summary(chart), keeping(body, keptId), h('section', { class: 'card', id: 'drawing' }), grahas(chart), strengthsOf(body, chart), timeline(body, chart), doshas(chart), h('section', { class: 'card', id: 'plants' }), h('section', { class: 'card', id: 'reading' }));
  result.querySelector<HTMLElement>('h2')?.focus();
  await Promise.all([showDrawing(body, chart), showPlants(body), showReading(body)]);
}

/** Keeping a chart asks for what the law wants declared, and for the consent where it is missing. */
function keeping(body: BirthRequest, id: string | null): HTMLElement {
  const target = h('section', { class: 'card', id: 'keep' });
  if (id) fill(target, kept(id));
  else if (!signedIn()) fill(target, h('p', { class: 'quiet' }, signInLink(), ' ', t('keep.signin')));
  else fill(target, action(t('keep.open'), async () => fill(target, await keepForm(body, target)), 'button'));
  return target;
}

/** The API takes the first kept chart for the consent to keep it; a page asks in so many words, with an empty box. */
async function keepForm(body: BirthRequest, target: HTMLElement): Promise<HTMLFormElement> {
  const asked = (await readConsents()).find((item) => item.purpose === 'savedCharts' && !item.granted);
  const declared = h('div', { hidden: true }, tick('may', t('family.may'), { 'data-pointer': '/declarations/mayEnter' }), tick('parent', t('family.parent'), { 'data-pointer': '/declarations/isParent' }));
  const whose = choiceOf('subject', t('keep.whose'), [['self', t('keep.mine')], ['other', t('keep.others')]]);
  const consent = asked ? tick('consent', asked.notice.text[language()]) : null;
  const select = whose.querySelector('select')!;
  select.addEventListener('change', () => { declared.hidden = select.value === 'self'; });
  const isTicked = (id: string): boolean => target.querySelector<HTMLInputElement>(`#${id}`)?.checked === true;
  return formOf(t('keep.title'), [whose, declared, consent], t('keep.keep'), async (values) => {
    if (asked && !isTicked('consent')) throw new Problem(422, { title: t('keep.consent'), errors: [{ pointer: '/consent', detail: t('keep.consent') }] });
    if (asked) await decide(asked, true);
    try {
      const made = await call<{ id: string }>('charts', { body: { ...body, subject: values['subject'], declarations: { mayEnter: values['subject'] === 'self' || isTicked('may'), isParent: isTicked('parent') } }, key: crypto.randomUUID() });
      fill(target, kept(made.id));
    } catch (error) {
      // A child's chart needs the second declaration also where one says that it is one's own.
      if (error instanceof Problem && error.type === 'declaration-required') declared.hidden = false;
      throw error;
    }
  });
}

const kept = (id: string): HTMLElement => h('p', { role: 'status' }, t('keep.kept'), ' ', h('a', { class: 'link', href: '/charts.html' }, t('charts.title')), ' · ', h('a', { class: 'link', href: `/talk.html?chart=${id}` }, t('charts.ask')));

async function showDrawing(body: BirthRequest, chart: Chart): Promise<void> {
  const target = byId('drawing');
  if (!chart.lagna) return target.remove();
  let asked = 0;
  const show = async (): Promise<void> => waiting(holder, t('chart.drawing'), async () => {
    const turn = ++asked;
    const theme = document.documentElement.classList.contains('dark') ? 'dark' : 'light';
    const name = t('chart.picture', { varga: t(`varga.${varga.value}`) });
    const markup = await drawing(body, `style=${style.value}&varga=${varga.value}&format=svg&language=${language()}&theme=${theme}`);
    // Whoever has chosen another meanwhile waits for that one.
    if (turn !== asked) return;
    const picture = svg(markup, name);
    fill(holder, picture ? h('div', { class: 'mx-auto max-w-lg' }, picture) : h('p', { class: 'quiet' }, t('error.unknown')));
  });
  const holder = h('div', { class: 'mt-4' });
  const style = h('select', { class: 'field max-w-48', 'aria-label': t('chart.style'), change: () => void show() }, ...['north', 'south', 'east'].map((name) => h('option', { value: name }, t(`chart.${name}`))));
  const varga = h('select', { class: 'field max-w-72', id: 'varga', 'aria-label': t('chart.varga'), change: () => void show() }, ...vargas.map((name) => h('option', { value: name }, t(`varga.${name}`))));
  fill(target, h('div', { class: 'flex flex-wrap gap-3' }, style, varga), holder);
  await show();
}

async function showPlants(body: BirthRequest): Promise<void> {
  const target = byId('plants');
  fill(target, h('h2', { class: 'h2 mb-3' }, t('chart.plants')));
  const list = h('div', {});
  const draw = (careful: boolean): Promise<void> => waiting(list, t('chart.plantswait'), async () => {
    const { plants } = await remedies(body, careful);
    fill(list, plants.length === 0 ? h('p', { class: 'quiet' }, t('chart.noplants')) : h('ul', { class: 'grid gap-4 sm:grid-cols-2' }, ...plants.slice(0, plantsShown).map(plantCard)));
  });
  const home = tick('home', t('chart.home'), { change: (event: Event) => void draw((event.target as HTMLInputElement).checked) });
  target.append(home, list);
  await draw(false);
}

function plantCard(plant: Plant): HTMLElement {
  const product = plant.products.find((candidate) => candidate.available);
  return h('li', { class: 'rounded-lg border border-gray-200 p-4 dark:border-gray-700' },
    h('p', { class: 'badge' }, `${t(`role.${plant.role}`)}: ${term(plant.subject)}`),
    h('p', { class: 'mt-2 font-semibold' }, local(plant.names)), h('p', { class: 'quiet italic' }, plant.scientificName), h('p', { class: 'quiet mt-1' }, local(plant.reason.text)),
    plant.warning && h('p', { class: 'notice mt-2' }, local(plant.warning)), plant.notSoldBecause && h('p', { class: 'quiet mt-2' }, local(plant.notSoldBecause)),
    product && h('p', { class: 'mt-3 text-sm' }, `${local({ en: product.title, hi: product.titleHindi ?? null })} · `, h('strong', {}, money(product.price))),
    product && buyButton(product.sku),
    product && h('a', { class: 'link ml-3 text-sm', href: pageOf(product.slug) }, t('shop.more')));
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
