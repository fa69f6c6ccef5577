import { addressFields, addressLine, fillAddress, readAddress, type Address } from './address';
import { call, get, Problem, query, signedIn } from './api';
import { announce, byId, debounce, fill, h } from './dom';
import { cartId, clearErrors, forgetCart, pointsInto, showErrors, showFailure, start, waiting } from './page';
import { choice, keepPending, paymentFields, type Pending } from './payment';
import { itemRows, notices, totals, type Summary } from './shop';
import { day, local, money, t, term, type Money } from './text';

interface Details { address: Address; billing: Address | null; email: string; company: string; gstin: string; method: string }
interface Option { method: string; label: string; fee: Money; promisedBy?: string | null; note?: string | null; noteHindi?: string | null }
interface PlacedOrder { orderId: string; payment: Pending }

const pinLength = 6;
const optionsDelay = 300;

let details = JSON.parse(sessionStorage.getItem('details') ?? 'null') as Details | null;
let summary: Summary | null = null;

const dialog = (): HTMLDialogElement => byId<HTMLDialogElement>('edit');
const detailsForm = (): HTMLFormElement => byId<HTMLFormElement>('details');
const orderForm = (): HTMLFormElement => byId<HTMLFormElement>('order');
const input = (id: string): HTMLInputElement => byId<HTMLInputElement>(id);

void start(async () => {
  fill(byId('delivery-address'), ...addressFields('d', ['/address', '/deliveryAddress']));
  fill(byId('billing-address'), h('legend', { class: 'label mb-2 font-semibold' }, t('summary.billto')), ...addressFields('b', ['/billingAddress']));
  byId('edit-open').addEventListener('click', open);
  byId('edit-close').addEventListener('click', () => dialog().close());
  input('same').addEventListener('change', showBilling);
  input('d-pin').addEventListener('input', debounce(() => void showOptions(chosenMethod()), optionsDelay));
  detailsForm().addEventListener('submit', (event) => {
    event.preventDefault();
    void save();
  });
  orderForm().addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  await waiting(byId('means'), t('summary.wait'), async () => fill(byId('means'), await paymentFields(() => true, () => void show())));
  await show();
  if (summary && !details) open();
});

function open(): void {
  if (details) {
    fillAddress('d', details.address);
    if (details.billing) fillAddress('b', details.billing);
    for (const name of ['email', 'company', 'gstin'] as const) input(`d-${name}`).value = details[name];
    input('same').checked = details.billing === null;
  }
  showBilling();
  dialog().showModal();
  void showOptions(details?.method ?? 'standard');
  void offerSaved();
}

function showBilling(): void {
  const isSame = input('same').checked;
  byId('billing-address').classList.toggle('hidden', isSame);
  byId('billing-address').classList.toggle('grid', !isSame);
}

const chosenMethod = (): string => detailsForm().querySelector<HTMLInputElement>('input[name="method"]:checked')?.value ?? details?.method ?? 'standard';

/** How the goods could come to the PIN that is typed, with fees and days, all from the API. */
async function showOptions(wanted: string): Promise<void> {
  const pin = input('d-pin').value.trim();
  const target = byId('options');
  try {
    const page = await get<{ items: Option[] }>(`carts/${cartId()}/delivery-options${query({ postalCode: pin.length === pinLength ? pin : null })}`);
    const options = page.items;
    const chosen = options.find((option) => option.method === wanted)?.method ?? options[0]?.method;
    fill(target, h('legend', { class: 'label' }, t('summary.method')), ...options.map((option) => h('label', { class: 'flex min-h-11 items-center gap-2 py-1 text-sm' },
      h('input', { type: 'radio', name: 'method', value: option.method, checked: option.method === chosen }),
      h('span', {}, [term(option.label), option.promisedBy && t('summary.by', { day: day(option.promisedBy) }), money(option.fee)].filter(Boolean).join(' · '), option.note && h('span', { class: 'quiet block' }, local({ en: option.note, hi: option.noteHindi ?? option.note }))))));
  } catch (error) {
    // A PIN that does not exist is told at its field when the form is saved; until then the choice stays as it is.
    if (!(error instanceof Problem && error.status === 422)) showFailure(target, error);
  }
}

/** A member's saved addresses, to choose from. */
async function offerSaved(): Promise<void> {
  const target = byId('saved');
  if (!signedIn() || target.childElementCount > 0) return;
  try {
    const { items } = await get<{ items: { id: string; address: Address }[] }>('me/addresses');
    if (items.length === 0) return;
    const select = h('select', { class: 'field', id: 'saved-address', change: () => {
      const found = items.find((item) => item.id === select.value);
      if (!found) return;
      fillAddress('d', found.address);
      void showOptions(chosenMethod());
    } }, h('option', { value: '' }, t('summary.choosesaved')), ...items.map((item) => h('option', { value: item.id }, addressLine(item.address))));
    fill(target, h('label', { class: 'label', for: 'saved-address' }, t('summary.saved')), select);
    target.hidden = false;
  } catch {
    // The fields can be typed into all the same.
  }
}

async function save(): Promise<void> {
  const form = detailsForm();
  clearErrors(form);
  const next: Details = {
    address: readAddress('d'), billing: input('same').checked ? null : readAddress('b'),
    email: input('d-email').value.trim(), company: input('d-company').value.trim(), gstin: input('d-gstin').value.trim().toUpperCase(), method: chosenMethod(),
  };
  try {
    await call(`carts/${cartId()}/delivery`, { method: 'PUT', body: { method: next.method, address: next.address } });
    details = next;
    sessionStorage.setItem('details', JSON.stringify(next));
    dialog().close();
    await show();
  } catch (error) {
    showErrors(form, error);
  }
}

async function show(): Promise<void> {
  const id = cartId();
  const target = byId('items');
  if (!id) return empty(target);
  await waiting(target, t('summary.wait'), async () => {
    try {
      summary = await get<Summary>(`carts/${id}/summary${query({ paymentMethod: choice(orderForm()).method })}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      forgetCart();
      return empty(target);
    }
    if (summary.items.length === 0) return empty(target);
    draw(summary);
  });
}

/** Nothing to order: then there is nothing to fill in either. */
function empty(target: HTMLElement): void {
  summary = null;
  orderForm().hidden = true;
  byId('information').hidden = true;
  fill(target, h('p', {}, t('cart.empty')), h('a', { class: 'button mt-4', href: '/catalog.html' }, t('cart.browse')));
}

function draw(current: Summary): void {
  fill(byId('messages'), ...notices(current));
  fill(byId('items'), itemRows(current));
  fill(byId('totals'), totals(current));
  fill(byId('who'), ...who(current));
  byId('terms-version').textContent = t('summary.termsversion', { day: day(current.terms.version) });
  // Gift cards that pay everything leave nothing to choose.
  byId('means').hidden = current.payment?.method === 'giftCard';
  byId<HTMLButtonElement>('send').disabled = current.items.length === 0;
}

function who(current: Summary): HTMLElement[] {
  const row = (label: string, value: string): HTMLElement => h('div', {}, h('dt', { class: 'font-medium' }, label), h('dd', { class: 'quiet mt-1 break-words' }, value));
  const { fulfilment } = current;
  const company = details && [details.company, details.gstin].filter(Boolean).join(', ');
  return [
    row(t('summary.deliverto'), details ? addressLine(details.address) : t('summary.missing')),
    row(t('summary.billto'), details ? [company, details.billing ? addressLine(details.billing) : t('summary.thesame')].filter(Boolean).join(', ') : t('summary.missing')),
    row(t('summary.delivery'), fulfilment ? [term(fulfilment.label), fulfilment.promisedBy && t('summary.by', { day: day(fulfilment.promisedBy) }), money(fulfilment.fee)].filter(Boolean).join(' · ') : t('summary.missing')),
    row(t('summary.contact'), details ? [details.email, details.address.phone].filter(Boolean).join(' · ') : t('summary.missing')),
  ];
}

async function send(): Promise<void> {
  const form = orderForm();
  clearErrors(form);
  const terms = input('terms');
  if (!terms.checked) {
    terms.setAttribute('aria-invalid', 'true');
    terms.setAttribute('aria-describedby', 'terms-wrong');
    terms.closest('label')?.insertAdjacentElement('afterend', h('p', { class: 'wrong', id: 'terms-wrong', role: 'alert', 'data-wrong': true }, t('summary.termsneeded')));
    return terms.focus();
  }
  if (!details) return open();
  if (!summary) return;
  const button = byId<HTMLButtonElement>('send');
  button.disabled = true;
  button.textContent = t('summary.sending');
  announce(t('summary.sending'));
  try {
    const order = await call<PlacedOrder>('checkouts', { key: attempt(), body: orderOf(details, summary) });
    keepPending(order.orderId, order.payment);
    leaveFor(order.orderId);
  } catch (error) {
    button.disabled = false;
    button.textContent = t('summary.send');
    await refused(form, error);
  }
}

function orderOf(from: Details, agreed: Summary): Record<string, unknown> {
  const payment = agreed.payment?.method === 'giftCard' ? { method: 'giftCard' } : choice(orderForm());
  return {
    cartId: cartId(), summaryHash: agreed.summaryHash,
    customer: {
      kind: from.company ? 'company' : 'individual', name: from.address.name, ...(from.email ? { email: from.email } : {}), phone: from.address.phone,
      ...(from.company ? { companyName: from.company, ...(from.gstin ? { gstin: from.gstin } : {}) } : {}),
    },
    billingAddress: from.billing ?? from.address, deliveryAddress: from.address, deliveryMethod: from.method, payment, termsAccepted: true,
  };
}

function leaveFor(orderId: string): void {
  // It opens again should the order be given up.
  sessionStorage.setItem(`cart-of:${orderId}`, cartId() ?? '');
  forgetCart();
  sessionStorage.removeItem('attempt');
  location.assign(`/order.html${query({ id: orderId, new: 1 })}`);
}

/** A refused order: told where the buyer can do something about it. An answer that never came keeps its key, so that another press finds the same order. */
async function refused(form: HTMLFormElement, error: unknown): Promise<void> {
  if (error instanceof Problem) sessionStorage.removeItem('attempt');
  const orderId = error instanceof Problem ? error.body['orderId'] : undefined;
  if (error instanceof Problem && ['payment-declined', 'cart-ordered'].includes(error.type) && typeof orderId === 'string') return leaveFor(orderId);
  if (error instanceof Problem && error.type === 'summary-changed') await show();
  if (pointsInto(detailsForm(), error)) {
    open();
    return showErrors(detailsForm(), error);
  }
  showErrors(form, error);
}

/** One key for one press of the button, kept over a reload: a repeat finds the same order. */
function attempt(): string {
  const key = sessionStorage.getItem('attempt') ?? crypto.randomUUID();
  sessionStorage.setItem('attempt', key);
  return key;
}
