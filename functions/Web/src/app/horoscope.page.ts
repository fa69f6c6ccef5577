import { get, query, signedIn } from './api';
import { byId, fill, h } from './dom';
import { parameter, start, waiting } from './page';
import { section, type Section } from './reading';
import { day, language, t, term } from './text';

interface Horoscope { sign: string; from: string; to: string; sections: Section[]; disclaimer?: string | null }

const signs = ['aries', 'taurus', 'gemini', 'cancer', 'leo', 'virgo', 'libra', 'scorpio', 'sagittarius', 'capricorn', 'aquarius', 'pisces'];
const mine = 'mine';

const select = (id: string): HTMLSelectElement => byId<HTMLSelectElement>(id);

void start(async () => {
  fill(select('sign'), ...(signedIn() ? [h('option', { value: mine }, t('horoscope.mine'))] : []), ...signs.map((sign) => h('option', { value: sign }, term(sign))));
  const wanted = parameter('sign') ?? localStorage.getItem('sign');
  if (wanted && [...select('sign').options].some((option) => option.value === wanted)) select('sign').value = wanted;
  for (const id of ['sign', 'period']) select(id).addEventListener('change', () => void show());
  byId('choice').addEventListener('submit', (event) => event.preventDefault());
  await show();
});

async function show(): Promise<void> {
  const [sign, period] = [select('sign').value, select('period').value];
  const target = byId('text');
  if (sign !== mine) localStorage.setItem('sign', sign);
  await waiting(target, t('horoscope.wait'), async () => {
    const asked = query({ period, language: language() });
    const found = sign === mine ? (await get<{ horoscope: Horoscope }>(`me/horoscope${asked}`)).horoscope : await get<Horoscope>(`horoscopes/${sign}${asked}`);
    fill(target, h('h2', { class: 'h2' }, `${term(found.sign)} · ${found.from === found.to ? day(found.from) : `${day(found.from)} – ${day(found.to)}`}`), ...found.sections.map(section), found.disclaimer && h('p', { class: 'quiet' }, found.disclaimer));
  });
}
