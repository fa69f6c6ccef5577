import { get, query } from './api';
import { announce, byId, debounce, fill, h } from './dom';
import { showFailure, start, waiting } from './page';
import { pageOf, picture, priceParts, type Image } from './shop';
import { local, t, term, type Local, type Money } from './text';

interface ProductItem { slug: string; names: Local; price: Money; originalPrice: Money; inStock: boolean; image: Image }
interface Facet { value: string; count: number }
interface Products { items: ProductItem[]; next: string | null; facets?: Record<string, Facet[]> }

const filters = new URLSearchParams(location.search);

void start(async () => {
  const search = byId<HTMLInputElement>('query');
  search.value = filters.get('query') ?? '';
  search.addEventListener('input', debounce(() => change('query', search.value.trim()), 300));
  const sort = byId<HTMLSelectElement>('sort');
  sort.value = filters.get('sort') ?? '';
  sort.addEventListener('change', () => change('sort', sort.value));
  const stock = byId<HTMLInputElement>('stock');
  stock.checked = filters.get('inStock') === 'true';
  stock.addEventListener('change', () => change('inStock', stock.checked ? 'true' : ''));
  byId('search').addEventListener('submit', (event) => event.preventDefault());
  await load();
});

function change(name: string, value: string): void {
  if (value) filters.set(name, value);
  else filters.delete(name);
  history.replaceState(null, '', `?${filters}`);
  void load();
}

async function load(): Promise<void> {
  const list = byId('products');
  await waiting(list, t('catalog.wait'), async () => {
    const page = await get<Products>(`products${query({ ...Object.fromEntries(filters), limit: 24 })}`);
    const grid = h('ul', { class: 'grid grid-cols-2 gap-3 md:grid-cols-3', id: 'grid' }, ...page.items.map(card));
    fill(list, page.items.length === 0 ? h('p', { class: 'card quiet' }, t('catalog.empty')) : grid, more(page, grid));
    facets(page.facets ?? {});
    announce(t('catalog.shown', { count: page.items.length }));
  });
}

function more(page: Products, grid: HTMLElement): HTMLElement | null {
  if (!page.next) return null;
  let after: string | null = page.next;
  const button = h('button', { type: 'button', class: 'button-quiet mt-4 w-full', click: async () => {
    button.disabled = true;
    try {
      const next = await get<Products>(`products${query({ ...Object.fromEntries(filters), limit: 24, after })}`);
      grid.append(...next.items.map(card));
      after = next.next;
    } catch (error) {
      showFailure(byId('products'), error);
    } finally {
      button.disabled = false;
    }
    if (!after) button.remove();
  } }, t('catalog.more'));
  return button;
}

function card(item: ProductItem): HTMLElement {
  const sold = !item.inStock;
  return h('li', { class: 'card flex flex-col p-3' }, h('a', { class: 'flex flex-1 flex-col gap-2', href: pageOf(item.slug) },
    picture(item.image, 'mx-auto size-24 object-contain'), h('span', { class: 'font-medium' }, local(item.names)),
    h('span', { class: 'mt-auto font-semibold' }, ...priceParts(item.price, item.originalPrice)), sold && h('span', { class: 'badge w-fit' }, t('catalog.soldout'))));
}

function facets(found: Record<string, Facet[]>): void {
  fill(byId('facets'), ...Object.entries(found).filter(([, values]) => values.length > 0).map(([name, values]) => h('details', { open: filters.has(name) || window.matchMedia('(min-width: 1024px)').matches },
    h('summary', { class: 'min-h-11 cursor-pointer py-2.5 font-medium' }, term(name)),
    h('ul', { class: 'max-h-64 overflow-y-auto' }, ...values.map((value) => h('li', {}, h('label', { class: 'flex min-h-11 items-center gap-2 text-sm' },
      h('input', { type: 'checkbox', class: 'rounded-sm', checked: filters.get(name) === value.value, change: (event) => change(name, (event.target as HTMLInputElement).checked ? value.value : '') }),
      term(value.value), h('span', { class: 'quiet' }, `(${value.count})`))))))));
}
