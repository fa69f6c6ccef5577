import { h } from './dom';
import { language, local, t, term, type Local } from './text';

export interface Match {
  score: number; rawScore: number; maximum: number; verdict: string; verdictHindi: string;
  kutas: { name: string; rawScore: number; score: number; maximum: number; exceptions: string[]; meaning?: Local | null }[];
}

/** The eight kutas of two charts with what each of them is about. */
export function kutaTable(answer: Match): HTMLElement {
  return h('div', {}, h('h2', { class: 'h2', tabindex: -1 }, t('match.score', { score: answer.score, maximum: answer.maximum })), h('p', { class: 'quiet mt-1' }, language() === 'hi' ? answer.verdictHindi : answer.verdict),
    h('table', { class: 'mt-4 w-full text-left text-sm' }, h('thead', { class: 'quiet' }, h('tr', {}, h('th', { scope: 'col', class: 'py-2' }, t('match.kuta')), h('th', { scope: 'col', class: 'py-2 text-right' }, t('match.points')))),
      h('tbody', {}, ...answer.kutas.map((kuta) => h('tr', { class: 'border-t border-gray-200 dark:border-gray-700' },
        h('th', { scope: 'row', class: 'py-2 font-medium' }, term(kuta.name), kuta.meaning && h('p', { class: 'quiet font-normal' }, local(kuta.meaning)), kuta.exceptions.length > 0 && h('p', { class: 'quiet font-normal' }, kuta.exceptions.map(term).join(', '))),
        h('td', { class: 'py-2 text-right align-top' }, `${kuta.score} / ${kuta.maximum}`))))));
}
