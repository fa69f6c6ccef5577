import { call, get } from './api';
import { byId, fill, h } from './dom';
import { parameter, showFailure, start, waiting } from './page';
import { addressLines, itemRows, totals, type Summary } from './shop';
import { day, moment, t, term } from './text';

interface Order { id: string; orderNumber: string; status: string; history: { state: string; at: string; reason?: string }[]; tracking?: Summary['tracking'] }

const finalStates = ['shipped', 'delivered', 'cancelled', 'returned', 'refunded'];
const pollMilliseconds = 1500;
const pollsMax = 40;

void start(async () => {
  const id = parameter('id');
  const target = byId('order');
  if (!id) return list(target);
  await waiting(target, t('order.wait'), async () => {
    const [order, summary] = await Promise.all([get<Order>(`orders/${id}`), get<Summary>(`orders/${id}/summary`)]);
    render(target, id, order, summary);
  });
  await follow(id);
});

async function list(target: HTMLElement): Promise<void> {
  await waiting(target, t('order.wait'), async () => {
    const page = await get<{ items: { id?: string; orderId?: string; orderNumber: string; status: string }[] }>('orders');
    fill(target, h('h1', { class: 'h1' }, t('order.all')), page.items.length === 0 ? h('p', { class: 'card quiet mt-4' }, t('order.none')) : h('ul', { class: 'card mt-4' },
      ...page.items.map((order) => h('li', { class: 'row' }, h('a', { class: 'link', href: `/order.html?id=${order.id ?? order.orderId}` }, order.orderNumber), term(order.status)))));
  });
}

function render(target: HTMLElement, id: string, order: Order, summary: Summary): void {
  const row = (label: string, value: string | undefined): HTMLElement | false => !!value && h('div', { class: 'row' }, h('dt', { class: 'quiet' }, label), h('dd', { class: 'text-right font-medium' }, value));
  const payment = summary.payment;
  fill(target,
    h('h1', { class: 'h1' }, parameter('new') ? t('order.thanks') : t('order.title')),
    h('p', { class: 'mt-2' }, t('order.number'), ' ', h('strong', { id: 'number' }, order.orderNumber)),
    h('section', { class: 'card mt-4' }, h('dl', {},
      row(t('order.date'), moment(summary.placedAt)), row(t('order.email'), summary.email), row(t('order.phone'), summary.phone),
      row(t('order.payment'), payment && [term(payment.method), payment.brand, payment.last4 && `•••• ${payment.last4}`].filter(Boolean).join(' ')),
      row(t('order.address'), addressLines(summary.deliveryAddress)), row(t('order.promised'), day(summary.fulfilment?.promisedBy)))),
    h('section', { class: 'card mt-4' }, h('h2', { class: 'h2 mb-3' }, t('order.progress')), h('ol', { id: 'history', class: 'space-y-2' })),
    h('section', { class: 'card mt-4' }, itemRows(summary), totals(summary)),
    h('div', { class: 'mt-4 flex flex-wrap gap-3' },
      h('a', { class: 'button-quiet', href: `/api/v1/orders/${id}/invoice.pdf` }, t('order.invoice')),
      summary.actions?.includes('cancel') && h('button', { type: 'button', class: 'button-quiet', click: () => void cancel(id) }, t('order.cancel')),
      h('a', { class: 'button', href: '/catalog.html' }, t('summary.back'))));
  progress(order);
}

function progress(order: Order): void {
  fill(byId('history'), ...order.history.map((entry) => h('li', { class: 'row py-0.5', 'data-state': entry.state }, h('span', { class: 'font-medium' }, term(entry.state)), h('span', { class: 'quiet' }, moment(entry.at)))),
    ...(order.tracking ?? []).map((parcel) => h('li', { class: 'row py-0.5' }, h('span', {}, `${parcel.carrier} ${parcel.number}`), parcel.url ? h('a', { class: 'link', href: parcel.url, rel: 'noopener' }, t('order.track')) : term(parcel.state))));
}

async function follow(id: string): Promise<void> {
  for (let poll = 0; poll < pollsMax; poll++) {
    const order = await get<Order>(`orders/${id}`);
    progress(order);
    if (finalStates.includes(order.status)) return;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}

async function cancel(id: string): Promise<void> {
  try {
    await call(`orders/${id}/cancellation`, { body: { reason: 'changedMind' }, key: crypto.randomUUID() });
    location.reload();
  } catch (error) {
    showFailure(byId('order'), error);
  }
}
