import { call } from './api';
import { byId, fill, h } from './dom';
import { kutaTable, type Match } from './kutas';
import { clearErrors, showErrors, start } from './page';
import { placePicker, rememberedPlace, type Place } from './places';

const places: Record<'bride' | 'groom', Place> = { bride: rememberedPlace(), groom: rememberedPlace() };

void start(() => {
  for (const side of ['bride', 'groom'] as const) {
    const input = byId<HTMLInputElement>(`${side}-place`);
    input.value = places[side].name;
    placePicker(input, (chosen) => (places[side] = chosen));
  }
  const form = byId<HTMLFormElement>('match');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void match(form);
  });
});

async function match(form: HTMLFormElement): Promise<void> {
  clearErrors(form);
  const data = new FormData(form);
  const person = (side: 'bride' | 'groom'): Record<string, unknown> => {
    const { latitude, longitude, timeZone, name } = places[side];
    return { birth: { date: data.get(`${side}-date`), time: `${data.get(`${side}-time`)}:00`, timeAccuracy: 'exact', latitude, longitude, timeZone, place: name } };
  };
  try {
    show(await call<Match>('matches', { body: { bride: person('bride'), groom: person('groom') } }));
  } catch (error) {
    showErrors(form, error);
  }
}

function show(answer: Match): void {
  const target = byId('result');
  fill(target, h('section', { class: 'card' }, kutaTable(answer)));
  target.querySelector<HTMLElement>('h2')?.focus();
}
