import { call, get } from './api';
import { byId, fill, h } from './dom';
import { showErrors, showFailure } from './page';
import { clock, t } from './text';

interface Methods { provider: string; isTest: boolean; methods: string[] }

/** How an order shall be paid, as checkout takes it. */
export interface Choice { method: string; token?: string; upiFlow?: string }

/** What is left to do for a payment. */
export interface Pending { upiLink?: string | null; qrImage?: string | null }

// Without a real gateway the tokens of the sandbox stand for cards and accounts: each shows what a real one may do.
const rehearsals: Record<string, string[]> = { card: ['tok_ok', 'tok_3ds', 'tok_late', 'tok_declined'], upi: ['upi_pending', 'upi_ok', 'upi_expired'] };

let known: Promise<Methods> | null = null;

const methods = (): Promise<Methods> => (known ??= get<Methods>('payments/methods').catch((error: unknown) => {
  known = null;
  throw error;
}));

/** The choice of a means of payment. Cards need the gateway's own dialogue, a script from elsewhere: without the sandbox the mobile app takes them. */
export async function paymentFields(wanted: (method: string) => boolean, changed: () => void): Promise<HTMLElement> {
  const { isTest, methods: offered } = await methods();
  const means = offered.filter((method) => wanted(method) && (isTest || method !== 'card'));
  const extra = h('div', { class: 'space-y-3', id: 'payment-extra' });
  const show = (method: string): void => fill(extra, method === 'upi' && flow(), isTest && rehearsals[method] ? rehearsal(rehearsals[method]) : null);
  const radios = means.map((method, index) => h('label', { class: 'flex min-h-11 items-center gap-2 text-sm' },
    h('input', { type: 'radio', name: 'payment', value: method, checked: index === 0, change: () => { show(method); changed(); } }), h('span', {}, t(`term.${method}`))));
  show(means[0] ?? '');
  return h('fieldset', { 'data-pointer': '/payment', id: 'payment', tabindex: -1 }, h('legend', { class: 'label' }, t('summary.payment')), ...radios, extra);
}

const flow = (): HTMLElement => h('div', {}, h('label', { class: 'label', for: 'upi-flow' }, t('pay.upihow')),
  h('select', { class: 'field', id: 'upi-flow', name: 'upiFlow' }, h('option', { value: 'intent' }, t('pay.upiapp')), h('option', { value: 'qr' }, t('pay.upiqr'))));

const rehearsal = (tokens: string[]): HTMLElement => h('div', { class: 'notice' }, h('label', { class: 'label', for: 'rehearsal' }, t('pay.rehearsal')),
  h('select', { class: 'field', id: 'rehearsal', name: 'token' }, ...tokens.map((token) => h('option', { value: token }, t(`pay.${token}`)))), h('p', { class: 'mt-2' }, t('pay.nomoney')));

/** What was chosen. */
export function choice(form: HTMLFormElement): Choice {
  const data = new FormData(form);
  const [method, token, upiFlow] = [data.get('payment'), data.get('token'), data.get('upiFlow')].map((value) => (value === null ? '' : String(value)));
  return { method: method || 'cod', ...(token ? { token } : {}), ...(upiFlow ? { upiFlow } : {}) };
}

const pendingKey = (orderId: string): string => `payment:${orderId}`;

/** Keeps the link or the QR code of a payment for as long as the tab is open: it is answered once. */
export function keepPending(orderId: string, payment: Pending): void {
  if (payment.upiLink || payment.qrImage) sessionStorage.setItem(pendingKey(orderId), JSON.stringify({ upiLink: payment.upiLink, qrImage: payment.qrImage }));
  else sessionStorage.removeItem(pendingKey(orderId));
}

/** The state of an order's payment while money is awaited: what the buyer has to do, and another try. */
export async function paymentPanel(orderId: string, payment: { state: string; payBy?: string | null }, again: () => Promise<unknown>): Promise<HTMLElement> {
  const isWaiting = payment.state === 'pending';
  const { isTest } = await methods();
  const panel = h('section', { class: 'card mt-4 space-y-4', id: 'pay', 'data-payment': payment.state });
  const form = h('form', { class: 'space-y-4' }, await paymentFields((method) => method === 'card' || method === 'upi', () => undefined), h('button', { class: 'button' }, t('pay.again')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void pay(orderId, form, again);
  });
  fill(panel, h('h2', { class: 'h2' }, isWaiting ? t('pay.waiting') : t('pay.refused')),
    h('p', { class: 'quiet' }, isWaiting ? t('pay.waitingwhy') : t('pay.refusedwhy'), ' ', payment.payBy && t('pay.by', { time: clock(payment.payBy) })),
    isWaiting && pendingParts(orderId), isWaiting && isTest && bank(orderId, panel, again),
    isWaiting ? h('details', {}, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('pay.otherwise')), form) : form);
  return panel;
}

function pendingParts(orderId: string): HTMLElement | null {
  const kept = JSON.parse(sessionStorage.getItem(pendingKey(orderId)) ?? 'null') as Pending | null;
  if (!kept) return null;
  const isHere = kept.qrImage?.startsWith('data:') ?? false;
  return h('div', { class: 'space-y-3' },
    isHere && h('img', { class: 'size-56 bg-white p-2', src: kept.qrImage, alt: t('pay.qr'), width: 224, height: 224 }),
    kept.qrImage && !isHere && h('a', { class: 'link', href: kept.qrImage, rel: 'noopener noreferrer' }, t('pay.openqr')),
    kept.upiLink && !kept.qrImage && h('a', { class: 'button', href: kept.upiLink }, t('pay.openapp')));
}

function bank(orderId: string, panel: HTMLElement, again: () => Promise<unknown>): HTMLElement {
  const decide = async (approved: boolean): Promise<void> => {
    try {
      await call(`orders/${orderId}/payments/test`, { body: { approved } });
    } catch (error) {
      showFailure(panel, error);
    }
    await again();
  };
  return h('div', { class: 'notice' }, h('p', {}, t('pay.bank')), h('div', { class: 'mt-2 flex flex-wrap gap-3' },
    h('button', { type: 'button', class: 'button', click: () => void decide(true) }, t('pay.approve')), h('button', { type: 'button', class: 'button-quiet', click: () => void decide(false) }, t('pay.refuse'))));
}

async function pay(orderId: string, form: HTMLFormElement, again: () => Promise<unknown>): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button.button')!;
  button.disabled = true;
  try {
    const answer = await call<{ payment: Pending }>(`orders/${orderId}/payments`, { body: choice(form), key: crypto.randomUUID() });
    keepPending(orderId, answer.payment);
    await again();
  } catch (error) {
    await again();
    // The panel was drawn anew: the reason goes where the buyer looks.
    const panel = document.getElementById('pay');
    if (panel) showErrors(panel, error);
    else showFailure(byId('order'), error);
  } finally {
    button.disabled = false;
  }
}
