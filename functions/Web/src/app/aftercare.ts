import { call, download } from './api';
import { h } from './dom';
import { action, choiceOf, field, form } from './forms';
import { lookedAt, ownPicture, sendPhotos } from './photos';
import { titleOf, type Item } from './shop';
import { day, local, moment, t } from './text';

export interface Wait { packedFrom: string; leavesOn: string; text: string; textHindi: string }
export interface Damage { id: string; sku: string; quantity: number; wish: string; state: string; at: string; answer?: string | null; replacementOrderId?: string | null }
export interface Planting { sku: string; state: string; place?: string | null; photos: { href: string; takenOn: string }[]; certificateHref?: string | null }
export interface Aftercare { id: string; orderNumber: string; wait?: Wait | null; damage: Damage[]; damageUntil: { sku: string; until: string }[]; plantings: Planting[]; summary: { items: Item[] } }

const imagesMax = 5;

/** Why the goods have not left yet, and when they do. */
export const waitNote = ({ wait }: Aftercare): HTMLElement | null => (wait ? h('p', { class: 'notice mt-4', id: 'wait' }, local({ en: wait.text, hi: wait.textHindi }), ' ', t('order.leaves', { day: day(wait.leavesOn) })) : null);

const pathOf = (href: string): string => href.replace('/api/v1/', '');

/** Trees that are planted for the buyer: where, with photos and a certificate once one was seen. */
export function plantings(order: Aftercare): HTMLElement | null {
  if (order.plantings.length === 0) return null;
  const titles = new Map(order.summary.items.map((item) => [item.sku, titleOf(item)]));
  return h('section', { class: 'card mt-4', id: 'plantings' }, h('h2', { class: 'h2 mb-3' }, t('care.plantings')), h('ul', { class: 'space-y-4' }, ...order.plantings.map((planting) => h('li', {},
    h('p', { class: 'font-medium' }, titles.get(planting.sku) ?? planting.sku, ' ', h('span', { class: 'badge' }, t(`planting.${planting.state}`))), planting.place && h('p', { class: 'quiet' }, planting.place),
    h('ul', { class: 'mt-2 flex flex-wrap gap-3' }, ...planting.photos.map((photo) => h('li', {}, ownPicture(photo.href, t('care.photo', { day: day(photo.takenOn) }), 'size-32', 128), h('p', { class: 'quiet' }, day(photo.takenOn))))),
    planting.certificateHref && h('p', { class: 'mt-2' }, action(t('care.certificate'), () => download(pathOf(planting.certificateHref!), `certificate-${order.orderNumber}.pdf`)))))));
}

/** What arrived damaged: claims that were made, and a form as long as the time for one runs. */
export function damage(order: Aftercare, now: number, refresh: () => Promise<unknown>): HTMLElement | null {
  const titles = new Map(order.summary.items.map((item) => [item.sku, titleOf(item)]));
  const open = order.damageUntil.filter((deadline) => Date.parse(deadline.until) > now);
  if (order.damage.length === 0 && open.length === 0) return null;
  return h('section', { class: 'card mt-4', id: 'damage' }, h('h2', { class: 'h2 mb-2' }, t('care.damage')),
    h('ul', { class: 'space-y-2' }, ...order.damage.map((claim) => h('li', { class: 'row' }, h('span', {}, `${claim.quantity} × ${titles.get(claim.sku) ?? claim.sku}`, claim.answer && h('span', { class: 'quiet block' }, claim.answer)), h('span', { class: 'badge' }, t(`damage.${claim.state}`)),
      claim.replacementOrderId && h('a', { class: 'link', href: `/order.html?id=${claim.replacementOrderId}` }, t('care.replacement'))))),
    open.length > 0 && h('details', {}, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('care.open', { until: moment(open[0]!.until) })), claimForm(order.id, open.map(({ sku }) => [sku, titles.get(sku) ?? sku]), refresh)));
}

function claimForm(orderId: string, goods: [string, string][], refresh: () => Promise<unknown>): HTMLFormElement {
  return form(null, [choiceOf('sku', t('care.which'), goods), field('quantity', t('product.quantity'), 'number', { min: 1, value: 1 }), choiceOf('wish', t('care.wish'), [['refund', t('care.refund')], ['replacement', t('care.again')]]),
    field('images', t('care.photos'), 'file', { accept: 'image/jpeg,image/png,image/webp', multiple: true, 'data-pointer': '/images /identificationId' }), field('note', t('care.note'), 'text', { maxlength: 300 })], t('care.send'), async (values, self) => {
    const files = [...(self.querySelector<HTMLInputElement>('#images')?.files ?? [])].slice(0, imagesMax);
    const identificationId = await sendPhotos(files);
    await lookedAt(identificationId);
    await call(`orders/${orderId}/damage`, { body: { sku: values['sku'], quantity: Number(values['quantity']), wish: values['wish'], identificationId, ...(values['note'] ? { note: values['note'] } : {}) } });
    await refresh();
  });
}
