import { get, query } from './api';
import { byId, fill, h } from './dom';
import { start, waiting } from './page';
import { placePicker, rememberedPlace, type Place } from './places';
import { clock, t, term } from './text';

interface Limb { name: string; endsAt: string | null }
interface Span { start: string; end: string }
interface Panchang {
  sunrise: string | null; sunset: string | null; moonrise: string | null; vara: string; tithis: Limb[]; nakshatras: Limb[]; yogas: Limb[]; karanas: Limb[];
  rahuKalam: Span | null; abhijit: Span | null; masa?: { amanta?: string } | string; festivals: ({ name: string } | string)[]; plantOfTheDay?: { slug: string; names?: { en: string; hi: string }; reason: string };
}

void start(async () => {
  let place = rememberedPlace();
  const input = byId<HTMLInputElement>('place');
  input.value = place.name;
  placePicker(input, (chosen) => {
    place = chosen;
    localStorage.setItem('place', JSON.stringify(chosen));
    void show(place);
  });
  await show(place);
});

async function show(place: Place): Promise<void> {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: place.timeZone }).format(new Date());
  const target = byId('today');
  await waiting(target, t('home.wait'), async () => {
    const panchang = await get<Panchang>(`panchang${query({ date: today, latitude: place.latitude, longitude: place.longitude, timeZone: place.timeZone })}`);
    fill(target, ...facts(panchang, place.timeZone));
    plant(panchang);
  });
}

function facts(panchang: Panchang, zone: string): HTMLElement[] {
  const limb = (items: Limb[]): string => items.map((item) => (item.endsAt ? t('home.until', { name: term(item.name), time: clock(item.endsAt, zone) }) : term(item.name))).join('; ');
  const span = (value: Span | null): string => (value ? `${clock(value.start, zone)} – ${clock(value.end, zone)}` : '–');
  const rows: [string, string][] = [
    [t('home.vara'), term(panchang.vara)], [t('home.sun'), `${clock(panchang.sunrise, zone)} – ${clock(panchang.sunset, zone)}`], [t('home.moonrise'), clock(panchang.moonrise, zone)],
    [t('home.tithi'), limb(panchang.tithis)], [t('home.nakshatra'), limb(panchang.nakshatras)], [t('home.yoga'), limb(panchang.yogas)], [t('home.karana'), limb(panchang.karanas)],
    [t('home.abhijit'), span(panchang.abhijit)], [t('home.rahu'), span(panchang.rahuKalam)],
  ];
  const festivals = panchang.festivals.map((festival) => (typeof festival === 'string' ? term(festival) : festival.name));
  return [
    h('dl', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...rows.map(([name, value]) => h('div', { class: 'row' }, h('dt', { class: 'quiet' }, name), h('dd', { class: 'text-right' }, value)))),
    festivals.length > 0 ? h('p', { class: 'mt-3 flex flex-wrap gap-2' }, ...festivals.map((name) => h('span', { class: 'badge' }, name))) : h('p', { class: 'quiet mt-3' }, t('home.nofestival')),
  ];
}

function plant(panchang: Panchang): void {
  const plantOfDay = panchang.plantOfTheDay;
  const target = byId('plant');
  if (!plantOfDay) return fill(target, h('p', { class: 'quiet' }, t('home.noplant')));
  const names = plantOfDay.names;
  fill(target,
    h('p', { class: 'text-xl font-semibold' }, names ? (document.documentElement.lang === 'hi' ? names.hi : names.en) : term(plantOfDay.slug)),
    h('p', { class: 'quiet mt-2' }, plantOfDay.reason),
    h('a', { class: 'button mt-4', href: `/catalog.html${query({ query: names?.en ?? plantOfDay.slug })}` }, t('home.buy')));
}
