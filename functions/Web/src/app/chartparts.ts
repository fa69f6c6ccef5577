import { periodItem, runs } from './chartmore';
import type { BirthRequest, Chart } from './charts';
import { h } from './dom';
import { degrees, t, term } from './text';

export function summary(chart: Chart): HTMLElement {
  const star = chart.birthStar;
  return h('section', { class: 'card' },
    h('h2', { class: 'h2', tabindex: -1 }, t('chart.yours')),
    star && h('p', { class: 'mt-2 text-xl' }, t('chart.star', { star: term(star.nakshatra), pada: star.pada })),
    star && star.syllable && h('p', { class: 'quiet mt-1' }, t('chart.syllable', { syllable: star.syllable, latin: star.syllableLatin })),
    star && !star.certain && h('p', { class: 'notice mt-3' }, t('chart.uncertain')),
    chart.lagna ? h('p', { class: 'mt-2' }, t('chart.lagna', { sign: term(chart.lagna.sign), degrees: degrees(chart.lagna.signDegrees) })) : h('p', { class: 'notice mt-3' }, t('chart.notime')));
}

export function grahas(chart: Chart): HTMLElement {
  return h('section', { class: 'card overflow-x-auto', tabindex: 0, role: 'region', 'aria-label': t('chart.grahas') }, h('h2', { class: 'h2 mb-3' }, t('chart.grahas')),
    h('table', { class: 'w-full text-left text-sm' },
      h('thead', { class: 'quiet' }, h('tr', {}, ...['graha', 'sign', 'nakshatra', 'house'].map((name) => h('th', { scope: 'col', class: 'py-2 pr-3 font-medium' }, t(`chart.${name}`))))),
      h('tbody', {}, ...chart.grahas.map((graha) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' },
        h('th', { scope: 'row', class: 'py-2 pr-3 font-medium' }, term(graha.graha), graha.retrograde && h('span', { class: 'badge ml-2' }, t('chart.retrograde'))),
        h('td', { class: 'py-2 pr-3' }, `${term(graha.sign)} ${degrees(graha.signDegrees)}`),
        h('td', { class: 'py-2 pr-3' }, `${term(graha.nakshatra)} ${graha.pada}`),
        h('td', { class: 'py-2' }, graha.house ?? '–'))))));
}

export function timeline(body: BirthRequest | null, chart: Chart): HTMLElement | null {
  const periods = chart.dasha?.periods ?? [];
  if (periods.length === 0) return null;
  const first = Date.parse(periods[0]!.start);
  const span = Date.parse(periods[periods.length - 1]!.end) - first;
  return h('section', { class: 'card', id: 'dasha' }, h('h2', { class: 'h2 mb-3' }, t('chart.dasha')),
    h('p', { class: 'quiet mb-2' }, t('chart.dashahow')),
    h('ol', { class: 'space-y-2' }, ...periods.map((period) => {
      const bar = h('div', { class: runs(period) ? 'h-2 rounded-full bg-amber-600' : 'bar' });
      bar.style.marginInlineStart = `${((Date.parse(period.start) - first) / span) * 100}%`;
      bar.style.width = `${Math.max(((Date.parse(period.end) - Date.parse(period.start)) / span) * 100, 0.5)}%`;
      return periodItem(body, period, 1, bar);
    })));
}
