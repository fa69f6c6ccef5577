import { addressLine } from './address';
import { damage, plantings, waitNote, type Aftercare } from './aftercare';
import { call, download, get, Problem, query, signedIn } from './api';
import { announce, byId, fill, h } from './dom';
import { action, field, form } from './forms';
import { cartId, parameter, signInLink, start, waiting } from './page';
import { paymentPanel } from './payment';
import { itemRows, titleOf, totals, type Parcel, type Summary } from './shop';
import { day, moment, money, t, term, type Money } from './text';

interface Refund { id: string; amount: Money; onGiftCards?: Money | null; isDone: boolean; creditNote?: string | null; creditNoteHref?: string | null }
interface Order extends Aftercare {
  id: string; orderNumber: string; status: string; history: { state: string; at: string; reason?: string | null }[]; invoiceNumber?: string | null; tracking: Parcel[]; refunds: Refund[];
  payment: { state: string; provider?: string | null; payBy?: string | null }; summary: Summary;
}

// Fast while the queue works on it, slowly while a carrier does; never for longer than somebody looks.
const endStates = ['delivered', 'cancelled', 'returned', 'refunded'];
const quickMilliseconds = 1_500;
const slowMilliseconds = 20_000;
const quickPolls = 40;
const pollsMax = 160;
const reasonLengthMax = 300;
const ordersShown = 20;

let shown = '';

void start(async () => {
  const id = parameter('id');
  const target = byId('order');
  if (!id) return list(target);
  let isThere = false;
  await waiting(target, t('order.wait'), async () => {
    try {
      await draw(target, await read(id));
      isThere = true;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      fill(target, h('h1', { class: 'h1' }, t('order.title')), h('p', { class: 'notice mt-4' }, t('order.notfound')), lookUp());
    }
  });
  if (isThere) await follow(id);
});

const read = (id: string): Promise<Order> => get<Order>(`orders/${encodeURIComponent(id)}`);

async function list(target: HTMLElement): Promise<void> {
  fill(target, h('h1', { class: 'h1' }, t('order.all')), h('div', { id: 'mine', class: 'mt-4' }), lookUp());
  const mine = byId('mine');
  if (!signedIn()) return fill(mine, h('p', { class: 'card quiet' }, signInLink(), ' ', t('order.signinwhy')));
  await waiting(mine, t('order.wait'), async () => {
    const page = await orders(null);
    if (page.items.length === 0) return fill(mine, h('div', { class: 'card' }, h('p', { class: 'quiet' }, t('order.none')), h('a', { class: 'button mt-4', href: '/catalog.html' }, t('cart.browse'))));
    const rows = h('ul', { class: 'card' }, ...page.items.map(orderRow));
    fill(mine, rows, older(rows, page.next));
  });
}

interface Entry { orderId: string; number: string; placedAt: string; total: Money }
interface Entries { items: Entry[]; next: string | null }

const orders = (after: string | null): Promise<Entries> => get<Entries>(`orders${query({ limit: ordersShown, after })}`);

const orderRow = (order: Entry): HTMLElement => h('li', { class: 'row' }, h('a', { class: 'link', href: `/order.html?id=${order.orderId}` }, order.number), h('span', { class: 'quiet' }, moment(order.placedAt)), h('span', { class: 'font-medium' }, money(order.total)));

function older(rows: HTMLElement, next: string | null): HTMLElement | null {
  if (!next) return null;
  let after: string | null = next;
  const button = action(t('order.older'), async () => {
    const page = await orders(after);
    rows.append(...page.items.map(orderRow));
    after = page.next;
    if (!after) button.remove();
  }, 'button-quiet mt-4 w-full');
  return button;
}

/** A guest finds an order by what the confirmation says; number and phone go in the body, never in an address. */
function lookUp(): HTMLElement {
  const input = (name: string, label: string, type: string, extra: Record<string, string>): HTMLElement => field(`look-${name}`, label, type, { name, required: true, 'data-pointer': `/${name}`, ...extra });
  return h('section', { class: 'card mt-4' }, form(t('order.lookup'), [h('p', { class: 'quiet' }, t('order.lookupwhy')),
    input('number', t('order.number'), 'text', { autocomplete: 'off', maxlength: '40' }), input('phone', t('order.phone'), 'tel', { autocomplete: 'tel' })], t('order.find'), async (values) => {
    const order = await call<Order>('orders/lookup', { body: values });
    location.assign(`/order.html?id=${order.id}`);
  }));
}

async function draw(target: HTMLElement, order: Order): Promise<void> {
  const { summary } = order;
  const row = (label: string, value: string | null | undefined | false): HTMLElement | false => !!value && h('div', { class: 'row' }, h('dt', { class: 'quiet' }, label), h('dd', { class: 'text-right font-medium' }, value));
  const payment = summary.payment;
  const isNew = parameter('new') !== null && !['cancelled', 'refunded', 'awaitingPayment'].includes(order.status);
  const isPickup = summary.fulfilment?.kind === 'pickup';
  fill(target,
    h('h1', { class: 'h1' }, isNew ? t('order.thanks') : t('order.title')),
    h('p', { class: 'mt-2' }, t('order.number'), ' ', h('strong', { id: 'number' }, order.orderNumber), ' ', h('span', { class: 'badge', id: 'state' }, term(order.status))),
    summary.actions?.includes('pay') ? await paymentPanel(order.id, order.payment, () => refresh(order.id)) : null,
    reopened(order), waitNote(order),
    h('section', { class: 'card mt-4' }, h('dl', {},
      row(t('order.date'), moment(summary.placedAt)), row(t('order.email'), summary.email), row(t('order.phone'), summary.phone),
      row(t('order.payment'), payment && [term(payment.method), payment.brand && term(payment.brand), payment.last4 && `•••• ${payment.last4}`].filter(Boolean).join(' ')),
      row(t('order.address'), !isPickup && addressLine(summary.deliveryAddress)), row(t('summary.billto'), [summary.customer?.companyName, summary.customer?.gstin, addressLine(summary.billingAddress)].filter(Boolean).join(', ')),
      row(t('summary.delivery'), term(summary.fulfilment?.label)), row(isPickup ? t('order.ready') : t('order.promised'), !endStates.includes(order.status) && day(summary.fulfilment?.promisedBy)))),
    h('section', { class: 'card mt-4' }, h('h2', { class: 'h2 mb-3' }, t('order.progress')), h('ol', { id: 'history', class: 'space-y-2' }, ...order.history.map((entry) =>
      h('li', { class: 'row py-0.5', 'data-state': entry.state }, h('span', {}, h('span', { class: 'font-medium' }, term(entry.state)), entry.reason && h('span', { class: 'quiet block' }, reasonOf(entry.reason))), h('span', { class: 'quiet text-right' }, moment(entry.at)))))),
    parcels(order), plantings(order), damage(order, Date.now(), () => refresh(order.id)), refunds(order),
    h('section', { class: 'card mt-4' }, itemRows(summary), totals(summary)),
    h('div', { class: 'mt-4 flex flex-wrap gap-3' }, order.invoiceNumber && action(t('order.invoice'), () => download(`orders/${order.id}/invoice.pdf`, `invoice-${order.orderNumber}.pdf`)), h('a', { class: 'button', href: '/catalog.html' }, t('summary.back'))),
    ...['cancel', 'return'].filter((ends) => summary.actions?.includes(ends)).map((ends) => ending(order, ends as 'cancel' | 'return')));
  shown = fingerprint(order);
}

const ownReasons = ['byCustomer', 'expired', 'payOnDelivery'];

/** Why an order came to a state: in the page's words where the shop says it, else as the customer wrote it. */
const reasonOf = (reason: string): string => (ownReasons.includes(reason) ? t(`reason.${reason}`) : reason);

/** The cart of an order that was given up is open again; only the tab that sent it knows which it was. */
function reopened(order: Order): HTMLElement | null {
  const cart = sessionStorage.getItem(`cart-of:${order.id}`);
  if (order.status !== 'cancelled' || !cart || cartId()) return null;
  return h('div', { class: 'notice mt-4 flex flex-wrap items-center justify-between gap-3', id: 'reopened' }, h('p', {}, t('order.reopened')), h('button', { type: 'button', class: 'button-quiet', click: () => {
    localStorage.setItem('cart', cart);
    location.assign('/cart.html');
  } }, t('order.tocart')));
}

function parcels({ tracking, summary }: Order): HTMLElement | null {
  if (tracking.length === 0) return null;
  const titles = new Map(summary.items.map((item) => [item.sku, titleOf(item)]));
  return h('section', { class: 'card mt-4', id: 'parcels' }, h('h2', { class: 'h2 mb-3' }, t('order.parcels')), h('ul', { class: 'divide-y divide-gray-200 dark:divide-gray-700' }, ...tracking.map((parcel) => h('li', { class: 'py-3' },
    h('div', { class: 'row' }, h('span', { class: 'font-medium' }, `${parcel.carrier} ${parcel.number}`), parcel.url ? h('a', { class: 'link', href: parcel.url, rel: 'noopener noreferrer' }, t('order.track')) : h('span', {}, term(parcel.state))),
    h('p', { class: 'quiet' }, [parcel.url && term(parcel.state), parcel.at && t('order.since', { time: moment(parcel.at) }), parcel.state === 'booked' && parcel.leavesOn && t('order.leaves', { day: day(parcel.leavesOn) }), parcel.state !== 'delivered' && parcel.eta && t('order.expected', { day: day(parcel.eta) })].filter(Boolean).join(' · ')),
    h('ul', { class: 'mt-1 list-disc pl-5 text-sm' }, ...parcel.items.map((item) => h('li', {}, `${item.quantity} × ${titles.get(item.sku) ?? item.sku}`)))))));
}

function refunds(order: Order): HTMLElement | null {
  if (order.refunds.length === 0) return null;
  return h('section', { class: 'card mt-4', id: 'refunds' }, h('h2', { class: 'h2 mb-3' }, t('order.refunds')), h('ul', { class: 'space-y-2' }, ...order.refunds.map((refund) => h('li', { class: 'row' },
    h('span', { class: 'font-medium' }, money(refund.amount)), h('span', { class: 'quiet' }, [refund.isDone ? t('order.refunded') : t('order.refunding'), refund.onGiftCards?.amount && t('order.oncard', { amount: money(refund.onGiftCards) })].filter(Boolean).join(' · ')),
    refund.creditNoteHref && action(t('order.creditnote'), () => download(`orders/${order.id}/refunds/${refund.id}/credit-note.pdf`, `credit-note-${order.orderNumber}.pdf`))))));
}

/** Cancelling or sending back: asked twice, with a reason if the buyer wants to tell one. */
function ending(order: Order, ends: 'cancel' | 'return'): HTMLElement {
  const reason = h('textarea', { class: 'field', id: `${ends}-reason`, maxlength: reasonLengthMax, rows: 2, 'data-pointer': '/reason' });
  const ask = form(null, [h('p', { class: 'quiet' }, t(`order.${ends}why`)), h('div', {}, h('label', { class: 'label', for: reason.id }, t('order.reason')), reason)], t(`order.${ends}`), async () => {
    await call(`orders/${order.id}/${ends === 'cancel' ? 'cancellation' : 'returns'}`, { body: reason.value.trim() ? { reason: reason.value.trim() } : {} });
    await refresh(order.id);
  });
  return h('details', { class: 'card mt-4', id: `${ends}-order` }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t(`order.${ends}open`)), h('div', { class: 'mt-3' }, ask));
}

const fingerprint = (order: Order): string => JSON.stringify([order.status, order.payment.state, order.tracking, order.refunds, order.invoiceNumber, order.summary.actions, order.wait, order.damage, order.plantings]);

/** Reads the order, and draws it where something of it has changed. */
async function refresh(id: string): Promise<Order> {
  const order = await read(id);
  if (fingerprint(order) !== shown) {
    await draw(byId('order'), order);
    announce(t('order.now', { state: term(order.status) }));
  }
  return order;
}

// Somebody who types is not disturbed: what changed meanwhile is drawn afterwards.
const isTyping = (): boolean => document.activeElement?.closest('#order form') !== null && document.activeElement !== document.body;

async function follow(id: string): Promise<void> {
  for (let poll = 0; poll < pollsMax; poll++) {
    await new Promise((resolve) => setTimeout(resolve, poll < quickPolls ? quickMilliseconds : slowMilliseconds));
    if (document.hidden || isTyping()) continue;
    try {
      const order = await refresh(id);
      if (endStates.includes(order.status) && order.refunds.every((refund) => refund.isDone)) return;
    } catch {
      // The next look may do better; what is shown stays.
    }
  }
}
