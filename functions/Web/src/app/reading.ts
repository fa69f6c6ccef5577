import { h } from './dom';
import { t, term } from './text';

export interface Section { topic: string; text: string; evidence: { finding: string; placements: string[]; source: string }[] }

/** What a text rests on, on tap: placements and the source of the rule. */
export function evidence({ evidence: found }: Section): HTMLElement | null {
  if (found.length === 0) return null;
  return h('details', { class: 'mt-1' }, h('summary', { class: 'link cursor-pointer py-2 text-sm' }, t('chart.evidence')),
    h('ul', { class: 'quiet list-disc pl-5' }, ...found.map((item) => h('li', {}, `${item.placements.map(term).join(', ')} (${item.source})`))));
}

/** A section of a reading with its evidence. */
export const section = (one: Section): HTMLElement => h('article', {}, h('h3', { class: 'font-semibold' }, term(one.topic)), h('p', { class: 'mt-1' }, one.text), evidence(one));
