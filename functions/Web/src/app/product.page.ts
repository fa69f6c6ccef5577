import { get } from './api';
import { announce, byId, fill, h } from './dom';
import { parameter, showFailure, start, waiting } from './page';
import { addToCart, picture, priceParts, type Image } from './shop';
import { country, local, t, term, type Local, type Money } from './text';

interface Variant { sku: string; titles: Local; price: Money; originalPrice: Money; available: number; netQuantity: string }
interface Product { slug: string; names: Local; scientificName?: string | null; description: Local; warning?: Local | null; terms: Local; countryOfOrigin: string; image: Image; variants: Variant[]; attributes: Record<string, string[]> }

// What is as good as endless needs no number.
const fewLeft = 10;
const quantityMax = 20;

void start(async () => {
  const slug = parameter('slug');
  const target = byId('product');
  if (!slug) return fill(target, h('p', { class: 'notice' }, t('product.none')));
  await waiting(target, t('product.wait'), async () => show(target, await get<Product>(`products/${encodeURIComponent(slug)}`)));
});

function show(target: HTMLElement, product: Product): void {
  const name = local(product.names);
  document.title = `${name} · Kundli`;
  const price = h('p', { class: 'text-2xl font-bold', 'aria-live': 'polite' });
  const stock = h('p', { class: 'quiet' });
  const button = h('button', { type: 'submit', class: 'button w-full sm:w-auto' }, t('shop.add'));
  const quantity = h('input', { type: 'number', id: 'quantity', class: 'field w-24', min: 1, max: quantityMax, value: 1 });
  let chosen = product.variants.find((variant) => variant.available > 0) ?? product.variants[0];
  const choose = (variant: Variant): void => {
    chosen = variant;
    fill(price, ...priceParts(variant.price, variant.originalPrice));
    stock.textContent = variant.available > 0 && variant.available <= fewLeft ? t('product.left', { count: variant.available }) : '';
    quantity.max = String(Math.min(quantityMax, Math.max(1, variant.available)));
    button.disabled = variant.available <= 0;
    button.textContent = variant.available > 0 ? t('shop.add') : t('catalog.soldout');
  };
  const form = h('form', { class: 'mt-4 space-y-4' },
    product.variants.length > 1 && h('fieldset', {}, h('legend', { class: 'label' }, t('product.variant')), ...product.variants.map((variant) =>
      h('label', { class: 'flex min-h-11 items-center gap-3 text-sm' }, h('input', { type: 'radio', name: 'variant', value: variant.sku, checked: variant === chosen, change: () => choose(variant) }), local(variant.titles), h('span', { class: 'quiet' }, ...priceParts(variant.price, variant.originalPrice))))),
    price, stock, h('div', {}, h('label', { class: 'label', for: 'quantity' }, t('product.quantity')), quantity), button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!chosen) return;
    button.disabled = true;
    try {
      await addToCart(chosen.sku, quantity.valueAsNumber || 1);
      announce(t('shop.added'));
      fill(note, t('shop.added'), ' ', h('a', { class: 'link', href: '/cart.html' }, t('product.tocart')));
    } catch (error) {
      showFailure(form, error);
    } finally {
      button.disabled = false;
    }
  });
  const note = h('p', { class: 'mt-3 text-sm', role: 'status' });
  fill(target, h('div', { class: 'grid gap-6 md:grid-cols-2' }, picture(product.image, 'mx-auto size-64 object-contain'),
    h('div', {}, h('h1', { class: 'h1' }, name), product.scientificName && h('p', { class: 'quiet italic' }, product.scientificName), h('p', { class: 'mt-3' }, local(product.description)), product.warning && h('p', { class: 'notice mt-3' }, local(product.warning)), form, note,
      facts({ ...product.attributes, plant: [], countryOfOrigin: [country(product.countryOfOrigin)] }), h('p', { class: 'quiet mt-4' }, local(product.terms)))));
  if (chosen) choose(chosen);
}

function facts(values: Record<string, string[]>): HTMLElement {
  return h('dl', { class: 'mt-6 divide-y divide-gray-200 text-sm dark:divide-gray-700' }, ...Object.entries(values).filter(([, value]) => value.length > 0).map(([name, value]) =>
    h('div', { class: 'row' }, h('dt', { class: 'quiet' }, term(name)), h('dd', { class: 'text-right' }, value.map(term).join(', ')))));
}
