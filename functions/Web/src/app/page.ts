import { get, Problem } from './api';
import { announce, byId, fill, h } from './dom';
import { language, loadTexts, t } from './text';

/** Every page starts here: texts, the header's buttons, the offline shell, then the page's own work with one place that shows what went wrong. */
export async function start(run: () => Promise<void> | void): Promise<void> {
  if (!(await loadTexts())) byId('main').prepend(h('p', { class: 'notice mb-4', role: 'status' }, 'यह पृष्ठ अभी हिन्दी में नहीं खुल सका। This page could not be loaded in Hindi.'));
  wireHeader();
  tellConnection();
  void countCart();
  if ('serviceWorker' in navigator && window.isSecureContext) void navigator.serviceWorker.register('/worker.js');
  try {
    await run();
  } catch (error) {
    showFailure(byId('main'), error);
  }
}

/** Says at the top that there is no network, for as long as that is so. */
function tellConnection(): void {
  const note = h('p', { class: 'notice mx-auto my-2 w-full max-w-6xl', role: 'status', id: 'offline', hidden: navigator.onLine }, t('offline.note'));
  byId('main').before(note);
  window.addEventListener('offline', () => { note.hidden = false; });
  window.addEventListener('online', () => { note.hidden = true; });
}

function wireHeader(): void {
  const other = language() === 'hi' ? 'en' : 'hi';
  const button = byId<HTMLButtonElement>('language');
  button.textContent = other === 'hi' ? 'हिन्दी' : 'English';
  button.lang = other;
  button.addEventListener('click', () => {
    localStorage.setItem('language', other);
    location.reload();
  });
  byId('theme').addEventListener('click', () => {
    const dark = document.documentElement.classList.toggle('dark');
    localStorage.setItem('theme', dark ? 'dark' : 'light');
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
    if (link.pathname === location.pathname && link.pathname !== '/') link.setAttribute('aria-current', 'page');
}

export const cartId = (): string | null => localStorage.getItem('cart');

/** The cart has become an order, is gone, or its owner has left. */
export function forgetCart(): void {
  localStorage.removeItem('cart');
}

export async function countCart(): Promise<void> {
  const id = cartId();
  const badge = byId('cart-count');
  badge.hidden = true;
  if (!id) return;
  try {
    const cart = await get<{ items: { quantity: number }[] }>(`carts/${id}`);
    const count = cart.items.reduce((sum, item) => sum + item.quantity, 0);
    badge.textContent = String(count);
    badge.hidden = count === 0;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) forgetCart();
  }
}

/** The way to sign in, and back to this page afterwards. */
export const signInLink = (): HTMLElement => h('a', { class: 'link', href: `/account.html?return=${encodeURIComponent(location.pathname + location.search)}` }, t('account.signin'));

/** A failure in words, at the end of the given place, read out too. */
export function showFailure(place: HTMLElement, error: unknown): void {
  const isEnded = error instanceof Problem && error.status === 401 && error.type === 'not-signed-in';
  const text = isEnded ? t('error.ended') : error instanceof Problem ? error.message : navigator.onLine ? t('error.unknown') : t('error.offline');
  place.querySelector(':scope > [data-failure]')?.remove();
  place.append(h('p', { class: 'notice mt-4', role: 'alert', 'data-failure': true }, text, isEnded && ' ', isEnded && signInLink()));
  if (!(error instanceof Problem)) console.error(error);
}

/** Shows a wait while the work goes on, and what went wrong if it does. */
export async function waiting(place: HTMLElement, text: string, work: () => Promise<void>): Promise<void> {
  const note = h('p', { class: 'quiet flex items-center gap-3 py-4', 'aria-busy': 'true' },
    h('span', { class: 'inline-block size-5 animate-spin rounded-full border-2 border-leaf-600 border-t-transparent motion-reduce:animate-none', 'aria-hidden': 'true' }), text);
  fill(place, note);
  announce(text);
  try {
    await work();
    note.remove();
  } catch (error) {
    note.remove();
    showFailure(place, error);
  }
}

/**
 * Puts the errors of a problem at the fields that they point to (a field names its pointers in `data-pointer`); those that point to no field go to the form's end.
 */
export function showErrors(form: HTMLElement, error: unknown): void {
  clearErrors(form);
  if (!(error instanceof Problem) || error.errors.length === 0) return showFailure(form, error);
  const fields = [...form.querySelectorAll<HTMLElement>('[data-pointer]')];
  const loose: string[] = [];
  for (const { pointer, detail } of error.errors) {
    const field = fieldOf(fields, pointer);
    if (!field) {
      loose.push(detail);
      continue;
    }
    const id = `${field.id}-wrong`;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.insertAdjacentElement('afterend', h('p', { class: 'wrong', id, 'data-wrong': true }, detail));
  }
  if (loose.length > 0) form.append(h('p', { class: 'notice mt-4', role: 'alert', 'data-failure': true }, loose.join(' ')));
  (form.querySelector('[aria-invalid="true"]') as HTMLElement | null)?.focus();
}

const pointersOf = (field: HTMLElement): string[] => (field.dataset['pointer'] ?? '').split(' ');

const fieldOf = (fields: HTMLElement[], pointer: string): HTMLElement | undefined =>
  fields.find((field) => pointersOf(field).includes(pointer)) ?? fields.find((field) => pointersOf(field).some((known) => pointer.startsWith(`${known}/`)));

/** Whether some error of a problem points to a field of this form. */
export const pointsInto = (form: HTMLElement, error: unknown): boolean =>
  error instanceof Problem && error.errors.some(({ pointer }) => fieldOf([...form.querySelectorAll<HTMLElement>('[data-pointer]')], pointer));

export function clearErrors(form: HTMLElement): void {
  for (const note of form.querySelectorAll('[data-wrong], [data-failure]')) note.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

export const parameter = (name: string): string | null => new URLSearchParams(location.search).get(name);
