import { call } from './api';
import { byId, fill, h } from './dom';
import { clearErrors, showErrors, start } from './page';
import { placePicker, rememberedPlace, type Place } from './places';
import { language, t, term } from './text';

interface Match { score: number; rawScore: number; maximum: number; verdict: string; verdictHindi: string; kutas: { name: string; rawScore: number; score: number; maximum: number; exceptions: string[] }[] }

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
  fill(target, h('section', { class: 'card' }, h('h2', { class: 'h2', tabindex: -1 }, t('match.score', { score: answer.score, maximum: answer.maximum })), h('p', { class: 'quiet mt-1' }, language() === 'hi' ? answer.verdictHindi : answer.verdict),
    h('table', { class: 'mt-4 w-full text-left text-sm' }, h('thead', { class: 'quiet' }, h('tr', {}, h('th', { scope: 'col', class: 'py-2' }, t('match.kuta')), h('th', { scope: 'col', class: 'py-2 text-right' }, t('match.points')))),
      h('tbody', {}, ...answer.kutas.map((kuta) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' }, h('th', { scope: 'row', class: 'py-2 font-medium' }, term(kuta.name), kuta.exceptions.length > 0 && h('p', { class: 'quiet font-normal' }, kuta.exceptions.map(term).join(', '))),
        h('td', { class: 'py-2 text-right' }, `${kuta.score} / ${kuta.maximum}`)))))));
  target.querySelector<HTMLElement>('h2')?.focus();
}
