import { call, get, query } from './api';
import { announce, byId, fill, h, svg } from './dom';
import { clearErrors, parameter, showErrors, start, waiting } from './page';
import { facts, type Panchang } from './panchang';
import { placePicker, rememberedPlace, type Place } from './places';
import { clock, day, language, local, moment, t, term, type Local } from './text';

interface SkyEvent { kind: string; at: string; text: Local }
interface Reason { rule: string; texts: Local; source: string }
interface Muhurta { start: string; end: string; nakshatra: string; grade: string; score: number; for: Reason[]; against: Reason[] }

const dayMilliseconds = 86_400_000;
const muhurtaDays = 30;

let place: Place = rememberedPlace();
let drawnMonth = '';
let turns = 0;

const dateField = (): HTMLInputElement => byId<HTMLInputElement>('date');
const where = (): Record<string, string | number> => ({ latitude: place.latitude, longitude: place.longitude, timeZone: place.timeZone });
const plusDays = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, 10);

void start(async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: place.timeZone }).format(new Date());
  const input = byId<HTMLInputElement>('place');
  input.value = place.name;
  placePicker(input, (chosen) => {
    place = chosen;
    localStorage.setItem('place', JSON.stringify(chosen));
    drawnMonth = '';
    void show();
  });
  dateField().value = parameter('date') ?? today;
  dateField().addEventListener('change', () => void show());
  byId('before').addEventListener('click', () => step(-1));
  byId('after').addEventListener('click', () => step(1));
  byId('where').addEventListener('submit', (event) => event.preventDefault());
  byId<HTMLInputElement>('from').value = today;
  byId<HTMLInputElement>('to').value = plusDays(today, muhurtaDays);
  const form = byId<HTMLFormElement>('muhurta');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void find(form);
  });
  await show();
});

function step(days: number): void {
  dateField().value = plusDays(dateField().value, days);
  void show();
}

async function show(): Promise<void> {
  const date = dateField().value;
  if (!date) return;
  byId('day-title').textContent = day(date);
  history.replaceState(null, '', query({ date }));
  const month = date.slice(0, 7);
  const isNewMonth = month !== drawnMonth;
  const turn = ++turns;
  await Promise.all([
    waiting(byId('day'), t('home.wait'), async () => {
      const found = await get<Panchang>(`panchang${query({ date, ...where() })}`);
      // Who turned on meanwhile waits for another day.
      if (turn === turns) fill(byId('day'), ...facts(found, place.timeZone));
    }),
    isNewMonth ? sheet(month) : undefined, isNewMonth ? events(month) : undefined,
  ]);
}

async function sheet(month: string): Promise<void> {
  const target = byId('month');
  await waiting(target, t('almanac.wait'), async () => {
    const theme = document.documentElement.classList.contains('dark') ? 'dark' : 'light';
    const picture = svg(await get<string>(`panchang/month/drawing${query({ month, ...where(), language: language(), theme })}`), t('almanac.sheet', { month }));
    // Drawn only now: a month that did not come is asked for again with the next day.
    drawnMonth = month;
    fill(target, picture && h('div', { class: 'mx-auto max-w-2xl' }, picture), h('a', { class: 'button-quiet mt-3', href: `/api/v1/panchang/calendar.ics${query({ month, ...where(), language: language() })}`, download: `panchang-${month}.ics` }, t('almanac.calendar')));
  });
}

async function events(month: string): Promise<void> {
  const target = byId('events');
  await waiting(target, t('almanac.wait'), async () => {
    const { items } = await get<{ items: SkyEvent[] }>(`sky/events${query({ month, timeZone: place.timeZone })}`);
    // The Moon changes its sign every other day: those are folded away.
    const [moon, rest] = [items.filter(isOfMoon), items.filter((item) => !isOfMoon(item))];
    const list = (some: SkyEvent[]): HTMLElement => h('ul', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...some.map((item) => h('li', { class: 'row' }, h('span', {}, local(item.text)), h('span', { class: 'quiet shrink-0' }, moment(item.at, place.timeZone)))));
    fill(target, rest.length === 0 ? h('p', { class: 'quiet' }, t('almanac.noevents')) : list(rest), moon.length > 0 && h('details', { class: 'mt-2' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('almanac.ofmoon', { count: moon.length })), list(moon)));
  });
}

const isOfMoon = (item: SkyEvent): boolean => (item as unknown as { graha?: string }).graha === 'moon' && (item.kind === 'ingress' || item.kind === 'conjunction');

async function find(form: HTMLFormElement): Promise<void> {
  clearErrors(form);
  const target = byId('found');
  const value = (id: string): string => byId<HTMLInputElement>(id).value;
  fill(target, h('p', { class: 'quiet', 'aria-busy': 'true' }, t('almanac.searching')));
  try {
    const { items } = await call<{ items: Muhurta[] }>(`muhurtas${query({ purpose: value('purpose'), from: value('from'), to: value('to'), ...where() })}`);
    fill(target, items.length === 0 ? h('p', { class: 'quiet' }, t('almanac.nomuhurta')) : h('ul', { class: 'space-y-3' }, ...items.map(muhurta)));
    announce(t('almanac.count', { count: items.length }));
  } catch (error) {
    fill(target);
    showErrors(form, error);
  }
}

function muhurta(item: Muhurta): HTMLElement {
  const reasons = (title: string, found: Reason[]): HTMLElement | false => found.length > 0 && h('div', {}, h('h4', { class: 'mt-2 font-medium' }, title), h('ul', { class: 'list-disc pl-5' }, ...found.map((reason) => h('li', {}, local(reason.texts), ' ', h('span', { class: 'quiet' }, `(${reason.source})`)))));
  return h('li', { class: 'rounded-lg border border-gray-200 p-3 dark:border-gray-700' },
    h('div', { class: 'row' }, h('h3', { class: 'font-semibold' }, day(item.start, place.timeZone)), h('span', {}, `${clock(item.start, place.timeZone)} – ${clock(item.end, place.timeZone)}`), h('span', { class: 'badge' }, t(`grade.${item.grade}`))),
    h('p', { class: 'quiet' }, term(item.nakshatra)), h('details', { class: 'text-sm' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('almanac.why')), reasons(t('almanac.for'), item.for), reasons(t('almanac.against'), item.against)));
}
