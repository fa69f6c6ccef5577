import { call, get, Problem } from './api';
import { byId, fill, h } from './dom';
import { cartId, clearErrors, countCart, showErrors, showFailure, start, waiting } from './page';
import { pageOf, picture, totals, type Summary } from './shop';
import { money, t } from './text';

void start(show);

async function show(): Promise<void> {
  const target = byId('cart');
  const id = cartId();
  if (!id) return empty(target);
  await waiting(target, t('cart.wait'), async () => {
    try {
      const summary = await get<Summary & { messages?: { text: string }[] }>(`carts/${id}/summary`);
      if (summary.items.length === 0) empty(target);
      else render(target, id, summary);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) {
        localStorage.removeItem('cart');
        empty(target);
      } else throw error;
    }
  });
}

function empty(target: HTMLElement): void {
  fill(target, h('div', { class: 'card text-center' }, h('p', {}, t('cart.empty')), h('a', { class: 'button mt-4', href: '/catalog.html' }, t('cart.browse'))));
}

function render(target: HTMLElement, id: string, summary: Summary & { messages?: { text: string }[] }): void {
  fill(target, h('div', { class: 'grid gap-6 lg:grid-cols-[2fr_1fr]' },
    h('section', { class: 'card' }, ...(summary.messages ?? []).map((message) => h('p', { class: 'notice mb-3' }, message.text)),
      h('ul', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...summary.items.map((item) => h('li', { class: 'flex flex-wrap items-center gap-3 py-4' },
        picture(item.image, 'size-16 object-contain'),
        h('div', { class: 'min-w-40 flex-1' }, item.href ? h('a', { class: 'font-medium hover:underline', href: pageOf(item.href) }, item.title) : item.title, h('p', { class: 'quiet' }, money(item.unitPrice))),
        h('input', { type: 'number', class: 'field w-20', min: 0, max: 99, value: item.quantity, 'aria-label': t('cart.quantity', { title: item.title }), change: (event) => void put(id, item.sku, (event.target as HTMLInputElement).valueAsNumber) }),
        h('span', { class: 'w-24 text-right font-semibold' }, money(item.lineTotal)),
        h('button', { type: 'button', class: 'button-quiet px-3', 'aria-label': t('cart.remove', { title: item.title }), click: () => void put(id, item.sku, 0) }, '✕'))))),
    h('aside', { class: 'space-y-4' }, h('section', { class: 'card' }, h('h2', { class: 'h2 mb-2' }, t('shop.summary')), totals(summary),
      h('a', { class: 'button mt-4 w-full', href: '/summary.html' }, t('cart.checkout'))), promotion(id, summary))));
}

async function put(id: string, sku: string, quantity: number): Promise<void> {
  if (!Number.isInteger(quantity) || quantity < 0) return;
  try {
    await call(`carts/${id}/items/${encodeURIComponent(sku)}`, { method: 'PUT', body: { quantity } });
    await Promise.all([show(), countCart()]);
  } catch (error) {
    showFailure(byId('cart'), error);
  }
}

function promotion(id: string, summary: Summary): HTMLElement {
  const input = h('input', { class: 'field', id: 'code', name: 'code', 'data-pointer': '/code', autocomplete: 'off', maxlength: 40 });
  const form = h('form', { class: 'card' }, h('label', { class: 'label', for: 'code' }, t('cart.code')), h('div', { class: 'flex gap-2' }, input, h('button', { class: 'button-quiet' }, t('cart.apply'))),
    ...(summary.adjustments ?? []).map((item) => h('p', { class: 'row' }, `${item.code}: −${money(item.amount)}`,
      h('button', { type: 'button', class: 'link', click: () => void change('DELETE', item.code) }, t('cart.removecode')))));
  const change = async (method: string, code: string): Promise<void> => {
    clearErrors(form);
    try {
      await call(`carts/${id}/promotions/${encodeURIComponent(code)}`, { method });
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
