import { call, get, Problem } from './api';
import { byId, fill, h } from './dom';
import { cartId, clearErrors, showErrors, showFailure, start, waiting } from './page';
import { addressLines, itemRows, totals, type Address, type Summary } from './shop';
import { day, money, t } from './text';

interface Details { name: string; email: string; phone: string; company: string; gstin: string; line1: string; line2: string; city: string; state: string; postalCode: string; method: 'standard' | 'express' | 'pickup' }

let details: Details | null = JSON.parse(sessionStorage.getItem('details') ?? 'null');
let summary: Summary | null = null;

void start(async () => {
  const dialog = byId<HTMLDialogElement>('edit');
  const form = byId<HTMLFormElement>('details');
  byId('edit-open').addEventListener('click', () => open(dialog, form));
  byId('edit-close').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void saveDetails(dialog, form);
  });
  byId<HTMLFormElement>('order').addEventListener('submit', (event) => {
    event.preventDefault();
    void send(byId<HTMLFormElement>('order'));
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="payment"]')) radio.addEventListener('change', () => void show());
  await show();
  if (!details) open(dialog, form);
});

function open(dialog: HTMLDialogElement, form: HTMLFormElement): void {
  for (const [name, value] of Object.entries(details ?? {})) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  dialog.showModal();
}

const address = (from: Details): Address => ({ name: from.name, line1: from.line1, ...(from.line2 ? { line2: from.line2 } : {}), city: from.city, state: from.state, postalCode: from.postalCode, country: 'IN', phone: from.phone });

async function saveDetails(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  clearErrors(form);
  const next = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()])) as unknown as Details;
  try {
    await call(`carts/${cartId()}/delivery`, { method: 'PUT', body: { method: next.method, address: address(next) } });
    details = next;
    sessionStorage.setItem('details', JSON.stringify(next));
    dialog.close();
    await show();
  } catch (error) {
    showErrors(form, error);
  }
}

async function show(): Promise<void> {
  const id = cartId();
  const target = byId('items');
  if (!id) return fill(target, h('p', { class: 'notice' }, t('cart.empty')));
  await waiting(target, t('summary.wait'), async () => {
    summary = await get<Summary>(`carts/${id}/summary`);
    fill(target, itemRows(summary));
    fill(byId('totals'), totals(summary));
    fill(byId('who'), ...who(summary));
    byId<HTMLButtonElement>('send').disabled = summary.items.length === 0;
  });
}

function who(current: Summary): HTMLElement[] {
  const row = (label: string, value: string): HTMLElement => h('div', {}, h('dt', { class: 'font-medium' }, label), h('dd', { class: 'quiet mt-1' }, value));
  return [
    row(t('summary.billing'), details ? addressLines(address(details)) : t('summary.missing')),
    row(t('summary.delivery'), current.fulfilment ? [current.fulfilment.label, current.fulfilment.promisedBy ? t('summary.by', { day: day(current.fulfilment.promisedBy) }) : '', money(current.fulfilment.fee)].filter(Boolean).join(' · ') : t('summary.missing')),
    row(t('summary.contact'), details ? [details.email, details.phone].filter(Boolean).join(' · ') : t('summary.missing')),
  ];
}

async function send(form: HTMLFormElement): Promise<void> {
  clearErrors(form);
  const terms = byId<HTMLInputElement>('terms');
  if (!terms.checked) {
    terms.setAttribute('aria-invalid', 'true');
    form.append(h('p', { class: 'wrong', role: 'alert', 'data-wrong': true }, t('summary.termsneeded')));
    return terms.focus();
  }
  if (!details) return open(byId<HTMLDialogElement>('edit'), byId<HTMLFormElement>('details'));
  if (!summary) return;
  const method = String(new FormData(form).get('payment'));
  const button = byId<HTMLButtonElement>('send');
  button.disabled = true;
  button.textContent = t('summary.sending');
  try {
    const order = await call<{ orderId: string }>('checkouts', { key: attempt(), body: {
      cartId: cartId(), summaryHash: summary.summaryHash,
      customer: { kind: details.company ? 'company' : 'individual', name: details.name, email: details.email, phone: details.phone, ...(details.company ? { companyName: details.company, ...(details.gstin ? { gstin: details.gstin } : {}) } : {}) },
      billingAddress: address(details), deliveryAddress: address(details), deliveryMethod: details.method,
      payment: { method, ...(method === 'cod' ? {} : { token: method === 'upi' ? 'upi_ok' : 'tok_ok' }) }, termsAccepted: true,
    } });
    localStorage.removeItem('cart');
    sessionStorage.removeItem('attempt');
    location.assign(`/order.html?id=${encodeURIComponent(order.orderId)}&new=1`);
  } catch (error) {
    button.disabled = false;
    button.textContent = t('summary.send');
    sessionStorage.removeItem('attempt');
    if (error instanceof Problem && error.type === 'summary-changed') {
      await show();
      showFailure(form, error);
    } else showErrors(form, error);
  }
}

/** One key for one press of the button, kept over a reload: a repeat finds the same order. */
function attempt(): string {
  const key = sessionStorage.getItem('attempt') ?? crypto.randomUUID();
  sessionStorage.setItem('attempt', key);
  return key;
}
