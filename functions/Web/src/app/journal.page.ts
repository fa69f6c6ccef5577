import { call, get, query } from './api';
import { byId, fill, h } from './dom';
import { action, confirmed } from './forms';
import { forMembers } from './member';
import { start } from './page';
import { ownPicture } from './photos';
import { day, local, t, type Local } from './text';

interface Entry { id: string; date: string; names?: Local | null; note?: string | null; photoHref: string }

const perPage = 24;

void start(() => forMembers(byId('journal'), t('journal.wait'), () => show(null)));

async function show(after: string | null): Promise<void> {
  const target = byId('journal');
  const page = await get<{ items: Entry[]; next: string | null }>(`me/journal${query({ limit: perPage, after })}`);
  if (page.items.length === 0 && after === null) return fill(target, h('div', { class: 'card' }, h('p', {}, t('journal.none')), h('a', { class: 'button mt-4', href: '/plants.html' }, t('home.find'))));
  if (after === null) fill(target, h('ul', { class: 'grid grid-cols-2 gap-4 md:grid-cols-3', id: 'entries' }));
  byId('entries').append(...page.items.map(card));
  target.querySelector('#more')?.remove();
  if (page.next) target.append(h('p', { id: 'more' }, action(t('catalog.more'), () => show(page.next))));
}

function card(entry: Entry): HTMLElement {
  const name = entry.names ? local(entry.names) : t('journal.plant');
  const picture = ownPicture(`${entry.photoHref}?size=thumbnail`, t('journal.photo', { name, day: day(entry.date) }), 'aspect-square w-full', 320);
  return h('li', { class: 'card space-y-2 p-3 sm:p-3', 'data-entry': entry.id }, picture, h('p', { class: 'font-medium' }, day(entry.date)), h('p', { class: 'quiet' }, name), entry.note && h('p', { class: 'text-sm break-words' }, entry.note),
    confirmed(t('cart.removecode'), t('journal.removewhy'), t('journal.remove'), async () => { await call(`me/journal/${entry.id}`, { method: 'DELETE' }); await show(null); }, 'link'));
}
