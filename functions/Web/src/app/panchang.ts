import { h } from './dom';
import { clock, local, t, term, type Local } from './text';

interface Limb { name: string; endsAt: string }
interface Span { start: string; end: string }
interface Part extends Span { name: string; quality: 'good' | 'neutral' | 'bad' }
export interface Panchang {
  vara: string; sunrise?: string; sunset?: string; moonrise?: string; moonset?: string; tithis: Limb[]; nakshatras: Limb[]; yogas: Limb[]; karanas: Limb[];
  rahuKalam?: Span | null; yamaganda?: Span | null; gulikaKalam?: Span | null; abhijit?: Span | null; brahmaMuhurta?: Span | null; choghadiya: { day: Part[]; night: Part[] };
  masa: { amanta: string; isAdhika: boolean }; paksha: string; samvat: { vikram: number; shaka: number }; ritu: string; festivals: { names: Local }[];
  plantOfTheDay: { slug: string; scientificName: string; names: Local; reasons: Local };
}

/** A day's panchang as rows. */
export function facts(panchang: Panchang, zone: string): (HTMLElement | false)[] {
  const limb = (kind: string, items: Limb[]): string => items.map((item) => t('home.until', { name: kind ? t(`${kind}.${item.name}`) : term(item.name), time: clock(item.endsAt, zone) })).join('; ');
  const span = (value: Span | null | undefined): string => (value ? `${clock(value.start, zone)} – ${clock(value.end, zone)}` : '–');
  const month = t(`masa.${panchang.masa.amanta}`);
  const rows: [string, string][] = [
    [t('home.vara'), term(panchang.vara)], [t('home.sun'), `${clock(panchang.sunrise, zone)} – ${clock(panchang.sunset, zone)}`], [t('home.moonrise'), clock(panchang.moonrise, zone)], [t('home.moonset'), clock(panchang.moonset, zone)],
    [t('home.tithi'), limb('tithi', panchang.tithis)], [t('home.nakshatra'), limb('', panchang.nakshatras)], [t('home.yoga'), limb('yoga', panchang.yogas)], [t('home.karana'), limb('karana', panchang.karanas)],
    [t('home.month'), `${panchang.masa.isAdhika ? t('home.adhika', { month }) : month}, ${t(`paksha.${panchang.paksha}`)}`], [t('home.era'), t('home.eravalue', panchang.samvat)], [t('home.season'), t(`ritu.${panchang.ritu}`)],
    [t('home.brahma'), span(panchang.brahmaMuhurta)], [t('home.abhijit'), span(panchang.abhijit)], [t('home.rahu'), span(panchang.rahuKalam)], [t('home.yamaganda'), span(panchang.yamaganda)], [t('home.gulika'), span(panchang.gulikaKalam)],
  ];
  const { festivals } = panchang;
  return [
    festivals.length > 0 && h('p', { class: 'mb-3 flex flex-wrap gap-2' }, ...festivals.map((festival) => h('span', { class: 'badge' }, local(festival.names)))),
    h('dl', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...rows.map(([name, value]) => h('div', { class: 'row' }, h('dt', { class: 'quiet' }, name), h('dd', { class: 'text-right' }, value)))),
    h('details', { class: 'mt-3' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('home.choghadiya')),
      h('div', { class: 'grid gap-4 sm:grid-cols-2' }, parts(t('home.dayparts'), panchang.choghadiya.day, zone), parts(t('home.nightparts'), panchang.choghadiya.night, zone))),
  ];
}

function parts(title: string, items: Part[], zone: string): HTMLElement {
  return h('section', {}, h('h3', { class: 'font-medium' }, title), h('ol', { class: 'text-sm' }, ...items.map((item) => h('li', { class: 'row py-1' },
    h('span', {}, t(`choghadiya.${item.name}`), ' ', h('span', { class: 'quiet' }, t(`home.${item.quality}`))), h('span', {}, `${clock(item.start, zone)} – ${clock(item.end, zone)}`)))));
}
