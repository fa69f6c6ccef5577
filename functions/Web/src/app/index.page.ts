import { get, query } from './api';
import { byId, fill, h } from './dom';
import { start, waiting } from './page';
import { facts, type Panchang } from './panchang';
import { placePicker, rememberedPlace, type Place } from './places';
import { local, t } from './text';

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

function plant({ plantOfTheDay: { slug, scientificName, names, reasons } }: Panchang): void {
  fill(byId('plant'),
    h('p', { class: 'text-xl font-semibold' }, local(names)), h('p', { class: 'quiet italic' }, scientificName), h('p', { class: 'mt-2' }, local(reasons)),
    h('a', { class: 'button mt-4', href: `/catalog.html${query({ query: names.en || slug })}` }, t('home.buy')));
}
