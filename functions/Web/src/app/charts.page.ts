import { call, download, get } from './api';
import { announce, byId, fill, h } from './dom';
import { action, choiceOf, confirmed, field, form, tick } from './forms';
import { kutaTable, type Match } from './kutas';
import { forMembers } from './member';
import { clearErrors, showErrors, start } from './page';
import { day, language, t, term } from './text';

interface Saved { id: string; name?: string | null; subject: string; birth?: { date: string; time: string | null; place?: string | null } | null; lagna?: string | null; moonSign?: string | null; birthStar?: string | null }
interface Share { id: string; shows: string[]; expiresAt: string; href?: string | null }
interface Report { id: string; status: string; progressPercent: number; pages?: number | null }
interface Row { subject: string; signs: (string | null)[]; nakshatras: (string | null)[]; sameSign: boolean }
interface Note { chartId: string; date: string; birthStarDay?: { text: string } | null; sections: { topic: string; text: string }[] }

const parts = ['positions', 'birthStar', 'dasha', 'yogas', 'birth'];
const reportMilliseconds = 1_000;
const reportPollsMax = 120;

let charts: Saved[] = [];

void start(() => forMembers(byId('charts'), t('charts.wait'), show));

async function show(): Promise<void> {
  charts = (await get<{ items: Saved[] }>('charts?limit=100')).items;
  const target = byId('charts');
  if (charts.length === 0) return fill(target, h('div', { class: 'card' }, h('p', {}, t('charts.none')), h('a', { class: 'button mt-4', href: '/chart.html' }, t('home.draw'))));
  fill(target, h('ul', { class: 'space-y-4' }, ...charts.map(card)), charts.length > 1 && h('section', { class: 'card mt-6', id: 'together' }, together()), h('section', { class: 'card mt-6', id: 'notes' }));
  await notes();
}

const nameOf = (chart: Saved): string => chart.name ?? t('chart.somebody');

function card(chart: Saved): HTMLElement {
  const more = h('div', { class: 'mt-3' });
  const open = (draw: (target: HTMLElement) => Promise<void> | void) => async (): Promise<void> => { await draw(more); };
  return h('li', { class: 'card', 'data-chart': chart.id },
    h('div', { class: 'flex flex-wrap items-baseline justify-between gap-2' }, h('a', { class: 'h2 hover:underline', href: `/chart.html?id=${chart.id}` }, nameOf(chart)),
      h('span', { class: 'quiet' }, chart.birth ? [day(chart.birth.date), chart.birth.place].filter(Boolean).join(' · ') : '')),
    h('p', { class: 'quiet mt-1' }, [chart.lagna && `${t('charts.lagna')} ${term(chart.lagna)}`, chart.moonSign && `${t('charts.moon')} ${term(chart.moonSign)}`, chart.birthStar && term(chart.birthStar)].filter(Boolean).join(' · ')),
    h('div', { class: 'mt-3 flex flex-wrap gap-2' }, h('a', { class: 'button-quiet', href: `/talk.html?chart=${chart.id}` }, t('charts.ask')), action(t('charts.report'), open((target) => report(chart, target))),
      action(t('charts.share'), open((target) => shares(chart, target))), action(t('charts.note'), () => wish(chart, more)), action(t('charts.rename'), open((target) => rename(chart, target))),
      confirmed(t('cart.removecode'), t('charts.removewhy'), t('family.remove', { name: nameOf(chart) }), async () => { await call(`charts/${chart.id}`, { method: 'DELETE' }); await show(); })), more);
}

function rename(chart: Saved, target: HTMLElement): void {
  fill(target, form(null, [field(`name-${chart.id}`, t('summary.name'), 'text', { name: 'name', 'data-pointer': '/name', maxlength: 100, value: chart.name ?? '' })], t('family.save'), async (values) => {
    await call(`charts/${chart.id}`, { method: 'PATCH', body: { name: values['name'] } });
    await show();
  }));
}

/** Links that show parts of a chart to whoever has them. A link is told once, when it is made; afterwards it can only be taken back. */
async function shares(chart: Saved, target: HTMLElement, made: Share | null = null): Promise<void> {
  const { items } = await get<{ items: Share[] }>(`charts/${chart.id}/shares`);
  const id = (name: string): string => `share-${chart.id}-${name}`;
  const ask = form(null, [h('fieldset', {}, h('legend', { class: 'label' }, t('charts.shows')), ...parts.map((name) => tick(id(name), t(`shown.${name}`), { name: 'shows', value: name, checked: name === 'positions', 'data-pointer': '/shows' }))),
    choiceOf(id('days'), t('charts.days'), ['7', '30', '90'].map((days) => [days, t('charts.dayscount', { days })]), { name: 'days', 'data-pointer': '/days' })], t('charts.makelink'), async (values, self) => {
    const shown = [...new FormData(self)].filter(([name]) => name === 'shows').map(([, value]) => String(value));
    await shares(chart, target, await call<Share>(`charts/${chart.id}/shares`, { body: { shows: shown, days: Number(values['days']) } }));
  });
  // The token stands behind the #: no server, ours neither, sees it in an address.
  const link = made?.href ? `${location.origin}/shared.html#${made.href.split('/').pop()}` : null;
  fill(target, link && h('div', { class: 'notice space-y-2' }, h('p', {}, t('charts.linkonce')), h('input', { class: 'field', readonly: true, value: link, 'aria-label': t('charts.link') }),
    action(t('charts.copy'), async () => { await navigator.clipboard.writeText(link); announce(t('charts.copied')); })),
  items.length > 0 && h('ul', { class: 'my-3' }, ...items.map((share) => h('li', { class: 'row' }, h('span', {}, share.shows.map((name) => t(`shown.${name}`)).join(', ')), h('span', { class: 'quiet' }, t('charts.until', { day: day(share.expiresAt) })),
    action(t('charts.revoke'), async () => { await call(`charts/${chart.id}/shares/${share.id}`, { method: 'DELETE' }); await shares(chart, target); }, 'link')))), ask);
}

/** A report is made by the queue: its progress is shown, then its file fetched with the session's token. */
async function report(chart: Saved, target: HTMLElement): Promise<void> {
  const bar = h('progress', { class: 'w-full', max: 100, value: 0, 'aria-label': t('charts.making') });
  const line = h('p', { class: 'quiet', role: 'status' }, t('charts.making'));
  fill(target, line, bar);
  let made = await call<Report>(`charts/${chart.id}/reports`, { body: { language: language() } });
  for (let poll = 0; poll < reportPollsMax && !['succeeded', 'failed'].includes(made.status); poll++) {
    await new Promise((resolve) => setTimeout(resolve, reportMilliseconds));
    made = await get<Report>(`charts/${chart.id}/reports/${made.id}`);
    bar.value = made.progressPercent;
  }
  fill(target, made.status === 'succeeded'
    ? h('p', { class: 'flex flex-wrap items-center gap-3' }, t('charts.made', { pages: made.pages ?? '' }), action(t('charts.download'), () => download(`charts/${chart.id}/report.pdf`, `kundli-${nameOf(chart)}.pdf`), 'button'))
    : h('p', { class: 'notice', role: 'alert' }, t('charts.notmade')));
}

async function wish(chart: Saved, target: HTMLElement): Promise<void> {
  await call(`charts/${chart.id}/notes`, { method: 'PUT', body: { language: language() } });
  fill(target, h('p', { class: 'quiet flex flex-wrap items-center gap-3', role: 'status' }, t('charts.noted'), action(t('charts.unnote'), async () => {
    await call(`charts/${chart.id}/notes`, { method: 'DELETE' });
    fill(target);
  }, 'link')));
}

async function notes(): Promise<void> {
  const target = byId('notes');
  try {
    const { items } = await get<{ items: Note[] }>('me/notes?limit=7');
    if (items.length === 0) return target.remove();
    const names = new Map(charts.map((chart) => [chart.id, nameOf(chart)]));
    fill(target, h('h2', { class: 'h2 mb-2' }, t('charts.notes')), ...items.map((note) => h('article', { class: 'border-t border-gray-200 py-3 dark:border-gray-700' }, h('h3', { class: 'font-medium' }, `${names.get(note.chartId) ?? ''} · ${day(note.date)}`),
      note.birthStarDay && h('p', { class: 'notice my-2' }, note.birthStarDay.text), ...note.sections.map((section) => h('p', { class: 'mt-1 text-sm' }, section.text)))));
  } catch (error) {
    showErrors(target, error);
  }
}

function together(): HTMLElement {
  const answer = h('div', { class: 'mt-4 overflow-x-auto', 'aria-live': 'polite' });
  const options = charts.map((chart): [string, string] => [chart.id, nameOf(chart)]);
  const one = choiceOf('one', t('charts.first'), options, { 'data-pointer': '/bride /charts' });
  const two = choiceOf('two', t('charts.second'), options, { 'data-pointer': '/groom' });
  const ids = (): [string, string] => [one.querySelector('select')!.value, two.querySelector('select')!.value];
  two.querySelector('select')!.selectedIndex = 1;
  const holder = h('div', {}, h('h2', { class: 'h2' }, t('charts.together')), h('div', { class: 'my-3 grid gap-4 sm:grid-cols-2' }, one, two));
  const run = async (work: (first: string, second: string) => Promise<HTMLElement>): Promise<void> => {
    clearErrors(holder);
    try {
      fill(answer, await work(...ids()));
    } catch (error) {
      showErrors(holder, error);
    }
  };
  holder.append(h('div', { class: 'flex flex-wrap gap-2' }, action(t('charts.compare'), () => run(async (first, second) => comparison(await call('charts/comparisons', { body: { charts: [first, second] } }))), 'button'),
    action(t('charts.match'), () => run(async (first, second) => kutaTable(await call<Match>('charts/matches', { body: { bride: first, groom: second } }))))), answer);
  return holder;
}

function comparison(found: { charts: { name?: string | null }[]; rows: Row[] }): HTMLElement {
  return h('table', { class: 'w-full text-left text-sm' }, h('thead', { class: 'quiet' }, h('tr', {}, h('th', { scope: 'col', class: 'py-2' }, t('chart.graha')), ...found.charts.map((chart) => h('th', { scope: 'col', class: 'py-2' }, chart.name ?? '')))),
    h('tbody', {}, ...found.rows.map((row) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' }, h('th', { scope: 'row', class: 'py-2 font-medium' }, row.subject === 'lagna' ? t('charts.lagna') : term(row.subject), row.sameSign && h('span', { class: 'badge ml-2' }, t('charts.same'))),
      ...row.signs.map((sign, index) => h('td', { class: 'py-2' }, term(sign), h('span', { class: 'quiet block' }, term(row.nakshatras[index]))))))));
}

