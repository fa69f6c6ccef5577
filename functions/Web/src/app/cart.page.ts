import { call, get, Problem } from './api';
import { byId, fill, h } from './dom';
import { cartId, clearErrors, countCart, forgetCart, showErrors, showFailure, start, waiting } from './page';
import { notices, pageOf, picture, titleOf, totals, type Adjustment, type Summary } from './shop';
import { local, money, t } from './text';

const quantityMax = 50;

void start(show);

async function show(): Promise<void> {
  const target = byId('cart');
  const id = cartId();
  if (!id) return empty(target);
  await waiting(target, t('cart.wait'), async () => {
    try {
      const summary = await get<Summary>(`carts/${id}/summary`);
      if (summary.items.length === 0) empty(target);
      else render(target, id, summary);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      forgetCart();
      empty(target);
    }
  });
}

function empty(target: HTMLElement): void {
  fill(target, h('div', { class: 'card text-center' }, h('p', {}, t('cart.empty')), h('a', { class: 'button mt-4', href: '/catalog.html' }, t('cart.browse'))));
}

function render(target: HTMLElement, id: string, summary: Summary): void {
  fill(target, h('div', { class: 'grid items-start gap-6 lg:grid-cols-[2fr_1fr]' },
    h('section', { class: 'card' }, ...notices(summary),
      h('ul', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...summary.items.map((item) => h('li', { class: 'flex flex-wrap items-center gap-3 py-4' },
        picture(item.image, 'size-16 object-contain'),
        h('div', { class: 'min-w-40 flex-1' }, item.href ? h('a', { class: 'font-medium hover:underline', href: pageOf(item.href) }, titleOf(item)) : titleOf(item), h('p', { class: 'quiet' }, money(item.unitPrice)),
          item.warning && h('p', { class: 'wrong' }, local({ en: item.warning, hi: item.warningHindi ?? null }))),
        h('input', { type: 'number', class: 'field w-20', min: 0, max: quantityMax, value: item.quantity, 'aria-label': t('cart.quantity', { title: titleOf(item) }), change: (event) => void put(id, item.sku, (event.target as HTMLInputElement).valueAsNumber) }),
        h('span', { class: 'flex-1 text-right font-semibold sm:w-24 sm:flex-none' }, money(item.lineTotal)),
        h('button', { type: 'button', class: 'button-quiet px-3', 'aria-label': t('cart.remove', { title: titleOf(item) }), click: () => void put(id, item.sku, 0) }, '✕'))))),
    h('aside', { class: 'space-y-4' }, h('section', { class: 'card' }, h('h2', { class: 'h2 mb-2' }, t('shop.summary')), totals(summary),
      h('a', { class: 'button mt-4 w-full', href: '/summary.html' }, t('cart.checkout'))), code(id, 'promotion', summary), code(id, 'giftCard', summary))));
}

async function put(id: string, sku: string, quantity: number): Promise<void> {
  if (!Number.isInteger(quantity) || quantity < 0) return;
  try {
    await call(`carts/${id}/items/${encodeURIComponent(sku)}`, { method: 'PUT', body: { quantity } });
    await Promise.all([show(), countCart()]);
  } catch (error) {
    await show();
    showFailure(byId('cart'), error);
  }
}

const routes: Record<Adjustment['kind'], string> = { promotion: 'promotions', giftCard: 'gift-cards' };

/** Promotion codes and gift cards: the same form. The summary names a gift card by its last characters, and by those it is taken out. */
function code(id: string, kind: Adjustment['kind'], summary: Summary): HTMLElement {
  const input = h('input', { class: 'field', id: `code-${kind}`, name: 'code', 'data-pointer': '/code', autocomplete: 'off', maxlength: 40 });
  const held = (summary.adjustments ?? []).filter((item) => item.kind === kind);
  const form = h('form', { class: 'card', 'data-kind': kind, novalidate: true }, h('label', { class: 'label', for: input.id }, t(`cart.${kind}`)),
    h('div', { class: 'flex gap-2' }, input, h('button', { class: 'button-quiet' }, t('cart.apply'))),
    ...held.map((item) => h('p', { class: 'row items-center', 'data-code': item.code }, h('span', {}, kind === 'giftCard' ? `•••• ${item.code}` : item.code, ': ', item.amount.amount === 0 ? t('cart.freedelivery') : `−${money(item.amount)}`),
      h('button', { type: 'button', class: 'link min-h-11', 'aria-label': t('cart.remove', { title: item.code }), click: () => void change('DELETE', item.code) }, t('cart.removecode')))));
  const change = async (method: string, value: string): Promise<void> => {
    clearErrors(form);
    try {
      await call(`carts/${id}/${routes[kind]}/${encodeURIComponent(value)}`, { method });
      await show();
    } catch (error) {
      showErrors(form, error);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim()) void change('PUT', input.value.trim());
  });
  return form;
}
