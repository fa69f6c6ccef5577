import type { Address } from './address';
import { call, get, Problem } from './api';
import { announce, h } from './dom';
import { action } from './forms';
import { cartId, countCart, forgetCart } from './page';
import { local, money, t, type Money } from './text';

export interface Image { light: string; dark: string; alt: string }
export interface Item {
  sku: string; title: string; titleHindi?: string | null; warning?: string | null; warningHindi?: string | null; href?: string; image?: Image; quantity: number;
  unitPrice: Money; originalUnitPrice: Money; lineOriginal: Money; lineTotal: Money; lineSavings: Money;
}
export interface Adjustment { kind: 'promotion' | 'giftCard'; code: string; amount: Money }
export interface Parcel { carrier: string; number: string; url?: string | null; state: string; at?: string; eta?: string | null; leavesOn?: string | null; items: { sku: string; quantity: number }[] }
export interface Summary {
  status: string; orderNumber?: string; placedAt?: string; email?: string; phone?: string; customer?: { kind: string; name: string; companyName?: string; gstin?: string };
  billingAddress?: Address; deliveryAddress?: Address; fulfilment?: { kind: string; label: string; promisedBy?: string; fee: Money }; payment?: { method: string; brand?: string; last4?: string };
  items: Item[]; adjustments?: Adjustment[];
  totals: { originalPrice: Money; savings: Money; delivery: Money; tax: Money; taxes: { kind: string; rate: number; amount: Money }[]; surcharge: Money; giftCard: Money; roundOff: Money; total: Money; due: Money };
  messages?: string[] | null; messagesHindi?: string[] | null; terms: { version: string; accepted: boolean }; actions?: string[]; tracking?: Parcel[]; summaryHash: string;
}

/** Adds to the cart of this browser, making one at the first item. */
export async function addToCart(sku: string, quantity = 1, isRetry = false): Promise<void> {
  let id = cartId();
  let have = 0;
  if (id) {
    try {
      const cart = await get<{ items: { sku: string; quantity: number }[] }>(`carts/${id}`);
      have = cart.items.find((item) => item.sku === sku)?.quantity ?? 0;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      id = null;
    }
  }
  if (!id) {
    id = (await call<{ id: string }>('carts', { body: {} })).id;
    localStorage.setItem('cart', id);
  }
  try {
    await call(`carts/${id}/items/${encodeURIComponent(sku)}`, { method: 'PUT', body: { quantity: have + quantity } });
  } catch (error) {
    // It was ordered in another tab, or went into the member's own: the goods go where that leads.
    if (!isRetry && error instanceof Problem && ['cart-ordered', 'cart-merged'].includes(error.type)) {
      forgetCart();
      if (typeof error.body['cartId'] === 'string') localStorage.setItem('cart', error.body['cartId']);
      return addToCart(sku, quantity, true);
    }
    throw error;
  }
  await countCart();
}

/** A button that puts one into the cart, and says beside itself where that fails. */
export function buyButton(sku: string): HTMLElement {
  const button = action(t('shop.add'), async () => {
    await addToCart(sku);
    button.textContent = t('shop.added');
    announce(t('shop.added'));
  }, 'button');
  return h('div', { class: 'mt-2 shrink-0' }, button);
}

export function picture(image: Image | undefined, classes: string): HTMLElement {
  if (!image) return h('span', { class: `${classes} rounded-lg bg-leaf-100 dark:bg-gray-700`, 'aria-hidden': 'true' });
  const one = (src: string, when: string): HTMLElement => h('img', { class: `${classes} ${when}`, src, alt: image.alt, loading: 'lazy', width: 96, height: 96 });
  return h('span', { class: 'contents' }, one(image.light, 'dark:hidden'), one(image.dark, 'hidden dark:block'));
}

/** The title of a line in the page's language. */
export const titleOf = (item: Item): string => local({ en: item.title, hi: item.titleHindi ?? null });

/** What the API tells of a cart, in English alone: marked, so that a voice reads it as such. */
export const notices = (summary: Summary): HTMLElement[] => (summary.messages ?? []).map((message, index) => h('p', { class: 'notice mb-3' }, local({ en: message, hi: summary.messagesHindi?.[index] ?? message })));

export function itemRows(summary: Summary): HTMLElement {
  return h('ul', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...summary.items.map((item) => h('li', { class: 'flex items-center gap-3 py-4 sm:gap-4', 'data-sku': item.sku },
    picture(item.image, 'size-14 shrink-0 object-contain'),
    h('div', { class: 'min-w-0 flex-1' }, item.href ? h('a', { class: 'font-medium hover:underline', href: pageOf(item.href) }, titleOf(item)) : h('span', { class: 'font-medium' }, titleOf(item)),
      h('p', { class: 'quiet' }, t('shop.each', { price: money(item.unitPrice) })), item.warning && h('p', { class: 'wrong' }, local({ en: item.warning, hi: item.warningHindi ?? null }))),
    h('span', { class: 'shrink-0 text-sm' }, `×${item.quantity}`),
    h('span', { class: 'shrink-0 text-right font-semibold sm:w-24', 'data-amount': item.lineTotal.amount }, money(item.lineTotal)))));
}

/** A product's address in the API (or its slug) as the address of its page. */
export const pageOf = (href: string): string => `/product.html?slug=${encodeURIComponent(href.split('/').pop() ?? href)}`;

/** A price, beside it the higher one that it was before. */
export const priceParts = (price: Money, original: Money): (Node | string | false)[] => [money(price), original.amount > price.amount && ' ',
  original.amount > price.amount && h('span', {}, h('span', { class: 'sr-only' }, t('product.was', { price: money(original) })), h('s', { class: 'quiet font-normal', 'aria-hidden': 'true' }, money(original)))];

/** The totals of the order-summary block; every figure as the API gave it. */
export function totals(summary: Summary): HTMLElement {
  const { totals: sums } = summary;
  const rows: [string, string, Money, string][] = [
    ['originalPrice', t('shop.originalPrice'), sums.originalPrice, ''], ['savings', t('shop.savings'), sums.savings, 'text-leaf-700 dark:text-leaf-300'],
    ['delivery', summary.fulfilment?.kind === 'pickup' ? t('shop.pickup') : t('shop.delivery'), sums.delivery, ''], ['tax', t('shop.tax'), sums.tax, ''],
  ];
  if (sums.surcharge.amount !== 0) rows.push(['surcharge', t('shop.surcharge'), sums.surcharge, '']);
  if (sums.roundOff.amount !== 0) rows.push(['roundOff', t('shop.roundOff'), sums.roundOff, '']);
  return h('div', { class: 'text-sm' }, h('dl', {},
    ...rows.map(([name, label, amount, classes]) => h('div', { class: 'row' }, h('dt', { class: 'quiet' }, label), h('dd', { class: `font-medium ${classes}`, 'data-total': name, 'data-amount': amount.amount }, name === 'savings' && amount.amount > 0 ? `−${money(amount)}` : money(amount)))),
    h('div', { class: 'row mt-2 border-t border-gray-200 pt-3 text-base font-bold dark:border-gray-700' }, h('dt', {}, t('shop.total')), h('dd', { 'data-total': 'total', 'data-amount': sums.total.amount }, money(sums.total))),
    sums.giftCard.amount !== 0 && h('div', { class: 'row' }, h('dt', { class: 'quiet' }, t('term.giftCard')), h('dd', { 'data-total': 'giftCard', 'data-amount': sums.giftCard.amount }, `−${money(sums.giftCard)}`)),
    sums.giftCard.amount !== 0 && h('div', { class: 'row text-base font-bold' }, h('dt', {}, t('shop.due')), h('dd', { 'data-total': 'due', 'data-amount': sums.due.amount }, money(sums.due)))),
    h('p', { class: 'quiet mt-1' }, sums.taxes.map((tax) => `${tax.kind.toUpperCase()} ${tax.rate}%: ${money(tax.amount)}`).join(' · ')));
}
