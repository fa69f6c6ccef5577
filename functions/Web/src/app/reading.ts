import { h } from './dom';
import { t, term } from './text';

export interface Section { topic: string; text: string; evidence: { finding: string; placements: string[]; source: string }[] }

// How the API writes placements, and the sentence of the pack for each: the names in between are terms.
const placements: [RegExp, string][] = [
  [/^vimshottari period of (\w+)$/, 'placement.period'],
  [/^(\w+) in (\w+), (\d+) from (\w+)$/, 'placement.infrom'],
  [/^(\w+) enters (\w+), (\d+) from (\w+)$/, 'placement.entersfrom'],
  [/^(\w+) in (\w+)$/, 'placement.in'],
  [/^(\w+) enters (\w+)$/, 'placement.enters'],
  [/^(\w+) near the sun$/, 'placement.combust'],
  [/^tithi (\d+)$/, 'placement.tithi'],
];

/** A placement in the page's language; a bare name is a term. */
function placement(text: string): string {
  for (const [form, key] of placements) {
    const [, a, b, c, d] = form.exec(text) ?? [];
    if (a) return t(key, { a: term(a), b: term(b), c: c ?? '', d: term(d) });
  }
  return term(text);
}

/** What a text rests on, on tap: placements and the source of the rule. */
export function evidence({ evidence: found }: Section): HTMLElement | null {
  if (found.length === 0) return null;
  return h('details', { class: 'mt-1' }, h('summary', { class: 'link cursor-pointer py-2 text-sm' }, t('chart.evidence')),
    h('ul', { class: 'quiet list-disc pl-5' }, ...found.map((item) => h('li', {}, `${item.placements.map(placement).join(', ')} (${item.source})`))));
}

/** A section of a reading with its evidence. */
export const section = (one: Section): HTMLElement => h('article', {}, h('h3', { class: 'font-semibold' }, term(one.topic)), h('p', { class: 'mt-1' }, one.text), evidence(one));
