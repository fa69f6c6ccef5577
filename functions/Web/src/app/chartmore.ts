// What of a chart is asked for only by who wants to know more: each part is fetched when it is first opened.
import { dashas, strengths, type BirthRequest, type Chart, type Period, type Strengths } from './charts';
import { h } from './dom';
import { waiting } from './page';
import { day, number, t, term } from './text';

const signs = ['aries', 'taurus', 'gemini', 'cancer', 'leo', 'virgo', 'libra', 'scorpio', 'sagittarius', 'capricorn', 'aquarius', 'pisces'];
const sevenGrahas = ['sun', 'moon', 'mars', 'mercury', 'jupiter', 'venus', 'saturn'];
/** Mahadasha, antardasha and so on, down to the pranadasha. */
const depthMax = 5;
/** Of 28 bindus on average a sign from here on counts as strong. */
const manyBindus = 30;
const fewBindus = 25;

/** Something that opens, and is filled when it is opened for the first time; what did not come is asked for again at the next opening. */
function opening(attributes: Record<string, string>, summary: HTMLElement, wait: string, draw: (place: HTMLElement) => Promise<void> | void): HTMLElement {
  const place = h('div', {});
  let isAsked = false;
  const details = h('details', { ...attributes, toggle: () => {
    if (!details.open || isAsked) return;
    isAsked = true;
    void waiting(place, wait, async () => {
      try {
        await draw(place);
      } catch (error) {
        isAsked = false;
        throw error;
      }
    });
  } }, summary, place);
  return details;
}

/** Whether a span holds the present. */
export const runs = ({ start, end }: { start: string; end: string }): boolean => Date.parse(start) <= Date.now() && Date.now() < Date.parse(end);

/** Strengths as numbers with a bar each; null without houses. */
export const strengthsOf = (body: BirthRequest, chart: Chart): HTMLElement | null => (chart.lagna ? opening({ class: 'card', id: 'strengths' }, h('summary', { class: 'h2 min-h-11 cursor-pointer py-1' }, t('chart.strengths')), t('chart.strengthswait'), async (place) => {
  const found = await strengths(body);
  place.append(...[shadbala(found), ashtakavarga(found)].filter((part) => part !== null));
}) : null);

function shadbala({ shadbala: found = {} }: Strengths): HTMLElement {
  const most = Math.max(...Object.values(found).map((strength) => strength.ratio), 1);
  return h('section', { class: 'mt-3 overflow-x-auto', tabindex: 0, role: 'region', 'aria-label': t('chart.shadbala') }, h('h3', { class: 'font-semibold' }, t('chart.shadbala')), h('p', { class: 'quiet mb-2' }, t('chart.shadbalahow')),
    table(['graha', 'rupas', 'needed', 'share'], sevenGrahas.filter((graha) => found[graha]).map((graha) => {
      const { rupas, required, ratio } = found[graha]!;
      return [term(graha), number(rupas, 2), number(required, 1), h('span', { class: 'flex items-center gap-2' }, bar(ratio / most, ratio < 1), number(ratio, 2))];
    })));
}

function ashtakavarga({ ashtakavarga: found }: Strengths): HTMLElement | null {
  if (!found) return null;
  return h('section', { class: 'mt-6 overflow-x-auto', tabindex: 0, role: 'region', 'aria-label': t('chart.ashtakavarga') }, h('h3', { class: 'font-semibold' }, t('chart.ashtakavarga')), h('p', { class: 'quiet mb-2' }, t('chart.ashtakavargahow')),
    table(['sign', ...sevenGrahas, 'all'], signs.map((sign, index) => [
      term(sign), ...sevenGrahas.map((graha) => found.bhinna[graha]?.[index] ?? '–'),
      h('span', { class: found.sarva[index]! >= manyBindus ? 'badge' : found.sarva[index]! < fewBindus ? 'quiet' : '' }, found.sarva[index] ?? '–'),
    ])));
}

const table = (columns: string[], rows: (string | number | HTMLElement)[][]): HTMLElement => h('table', { class: 'w-full text-left text-sm' },
  h('thead', { class: 'quiet' }, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col', class: 'py-2 pr-3 font-medium' }, sevenGrahas.includes(name) ? term(name) : t(`chart.${name}`))))),
  h('tbody', {}, ...rows.map(([first, ...rest]) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' }, h('th', { scope: 'row', class: 'py-2 pr-3 font-medium' }, first), ...rest.map((cell) => h('td', { class: 'py-2 pr-3' }, cell))))));

/** The number stands beside it, so a reader of the page hears that alone. */
function bar(share: number, isWeak: boolean): HTMLElement {
  const filled = h('span', { class: isWeak ? 'block h-2 rounded-full bg-amber-600' : 'bar block' });
  filled.style.width = `${Math.max(share * 100, 1)}%`;
  return h('span', { class: 'block w-24 shrink-0', 'aria-hidden': 'true' }, filled);
}

/** A period of the dasha with its bar, if it has one; what lies within it comes when it is opened, down to the fifth level. Without a birth (in a shared chart) it is what came with the chart. */
export function periodItem(body: BirthRequest | null, period: Period, depth: number, bar: HTMLElement | null = null): HTMLElement {
  const isNow = runs(period);
  const words = [h('span', { class: isNow ? 'font-semibold' : '' }, term(period.lord), isNow && h('span', { class: 'badge ml-2' }, t('chart.now'))), h('span', { class: 'quiet' }, `${day(period.start)} – ${day(period.end)}`)];
  const known = period.periods ?? [];
  const isLast = depth >= depthMax || (!body && known.length === 0);
  const row = isLast ? h('div', { class: 'row py-0.5' }, ...words) : opening({}, h('summary', { class: 'row min-h-11 cursor-pointer items-center py-0.5' }, ...words), t('chart.dashawait'), async (place) => {
    const parts = known.length > 0 || !body ? known : await within(body, period, depth + 1);
    place.append(h('ol', { class: 'mb-2 border-l-2 border-leaf-300 pl-4' }, ...parts.map((part) => periodItem(body, part, depth + 1))));
  });
  return h('li', { 'aria-current': isNow ? 'true' : null }, row, bar);
}

/** The parts of a period: the API is asked for its span alone, and gives the periods above it too. */
async function within(body: BirthRequest, period: Period, depth: number): Promise<Period[]> {
  const middle = new Date((Date.parse(period.start) + Date.parse(period.end)) / 2);
  let periods = (await dashas(body, depth, period.start, period.end)).dasha.periods;
  for (let level = 1; level < depth; level++) periods = periods.find((above) => Date.parse(above.start) <= middle.getTime() && middle.getTime() < Date.parse(above.end))?.periods ?? [];
  return periods;
}

/** The doshas with what speaks for and against each. */
export function doshas(chart: Chart): HTMLElement | null {
  const found = chart.doshas;
  if (!found) return null;
  const { manglik, kaalSarp, sadeSati, gandmool, pitra, guruChandal, grahan } = found;
  const current = sadeSati?.periods?.find(runs);
  const next = sadeSati?.periods?.find((period) => Date.parse(period.start) > Date.now());
  const ifThere = (name: string, fact: { present: boolean; reasons?: string[] } | null | undefined): Row | null => (fact ? [t(name), t(fact.present ? 'chart.present' : 'chart.absent'), fact.reasons?.map((reason) => t(`dosha.${reason}`)) ?? []] : null);
  const rows: (Row | null | undefined)[] = [
    manglik && [t('chart.manglik'), t(!manglik.present ? 'chart.absent' : manglik.cancelled ? 'chart.cancelled' : 'chart.present'),
      [...manglik.reasons.map((reason) => t(`dosha.${reason}`)), ...manglik.exceptions.map((reason) => t('dosha.against', { reason: t(`dosha.${reason}`) }))]],
    kaalSarp && [t('chart.kaalsarp'), t(kaalSarp.present ? 'chart.present' : 'chart.absent'), kaalSarp.type ? [t(`kaalSarp.${kaalSarp.type}`)] : []],
    sadeSati && [t('chart.sadesati'), t(sadeSati.active ? 'chart.running' : 'chart.notrunning'),
      [current && t('dosha.until', { phase: t(`dosha.${current.phase}`), end: day(current.end) }), !current && next && t('dosha.from', { start: day(next.start) })].filter((line): line is string => typeof line === 'string')],
    gandmool && [t('chart.gandmool'), t(gandmool.present ? 'chart.present' : 'chart.absent'), gandmool.present ? [t('dosha.moonin', { star: term(gandmool.nakshatra) })] : []],
    ifThere('chart.pitra', pitra), ifThere('chart.guruchandal', guruChandal), ifThere('chart.grahan', grahan),
  ];
  return h('section', { class: 'card', id: 'doshas' }, h('h2', { class: 'h2 mb-2' }, t('chart.doshas')), h('p', { class: 'quiet mb-2' }, t('chart.calm')),
    h('dl', {}, ...rows.filter((row): row is Row => !!row).map(([name, value, reasons]) => h('div', { class: 'grid grid-cols-[1fr_auto] gap-x-4 py-1' }, h('dt', {}, name), h('dd', { class: 'font-medium' }, value),
      ...reasons.map((reason) => h('dd', { class: 'quiet col-span-2' }, reason))))));
}

type Row = [string, string, string[]];
