import { call, get, query } from './api';
import { byId, fill, h } from './dom';
import { action, confirmed } from './forms';
import { forMembers } from './member';
import { start } from './page';
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
  const picture = h('img', { class: 'aspect-square w-full rounded-lg bg-leaf-100 object-cover dark:bg-gray-700', alt: t('journal.photo', { name, day: day(entry.date) }), width: 320, height: 320 });
  void load(picture, entry);
  return h('li', { class: 'card space-y-2 p-3 sm:p-3', 'data-entry': entry.id }, picture, h('p', { class: 'font-medium' }, day(entry.date)), h('p', { class: 'quiet' }, name), entry.note && h('p', { class: 'text-sm break-words' }, entry.note),
    confirmed(t('cart.removecode'), t('journal.removewhy'), t('journal.remove'), async () => { await call(`me/journal/${entry.id}`, { method: 'DELETE' }); await show(null); }, 'link'));
}

/** A photo of one's own comes with the session's token, which no address carries. */
async function load(picture: HTMLImageElement, entry: Entry): Promise<void> {
  try {
    picture.src = URL.createObjectURL(await call<Blob>(`${entry.photoHref.replace('/api/v1/', '')}?size=thumbnail`, { isFile: true }));
  } catch {
    // The card says what it is and when; a photo that does not come leaves its green ground.
  }
}
