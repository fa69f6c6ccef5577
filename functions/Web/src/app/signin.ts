import { call, keepSession, Problem } from './api';
import { forgotten } from './credentials';
import { h } from './dom';
import { field, form } from './forms';
import { cartId } from './page';
import { providerButtons } from './providers';
import { t } from './text';

export interface Session { accessToken: string; csrfToken?: string }

/** Begins the session: what a guest had in the cart comes along. */
export async function enterSession(session: Session): Promise<void> {
  keepSession(session);
  await mergeCart();
}

/** The ways in: mail and password, phone, a provider, a new account. */
export function signInForms(entered: () => Promise<void>): HTMLElement {
  const enter = async (session: Session): Promise<void> => {
    await enterSession(session);
    await entered();
  };
  const card = (element: HTMLFormElement): HTMLElement => h('section', { class: 'card' }, element);
  return h('div', { class: 'grid gap-6 md:grid-cols-2' }, h('div', { class: 'space-y-6' },
    h('section', { class: 'card' }, byPassword(enter), forgotten()), card(byPhone(enter))), h('div', { class: 'space-y-6' }, providerButtons(t('account.elsewhere')), card(register(enter))));
}

/** Asks for the code of the second factor at the end of a form that was refused for the lack of it. Whether it did. */
function askForCode(error: unknown, element: HTMLFormElement): boolean {
  if (!(error instanceof Problem) || error.type !== 'second-factor-required' || element.querySelector('[name=code]')) return false;
  const id = `code-${element.id}`;
  const code = field(id, t('account.codeorrecovery'), 'text', { autocomplete: 'one-time-code', 'data-pointer': '/code', name: 'code' });
  element.insertBefore(code, element.lastElementChild);
  element.querySelector<HTMLInputElement>('[name=code]')?.focus();
  return true;
}

function byPassword(enter: (session: Session) => Promise<void>): HTMLFormElement {
  const element = form(t('account.signin'), [field('email', t('account.email'), 'email', { autocomplete: 'username' }), field('password', t('account.password'), 'password', { autocomplete: 'current-password' })], t('account.signin'), async (values, self) => {
    try {
      await enter(await call<Session>('auth/login', { body: values }));
    } catch (error) {
      if (!askForCode(error, self)) throw error;
    }
  });
  element.id = 'login';
  return element;
}

function byPhone(enter: (session: Session) => Promise<void>): HTMLFormElement {
  const element = form(t('account.byphone'), [field('phone', t('account.phone'), 'tel', { autocomplete: 'tel' })], t('account.sendcode'), async (values, self) => {
    if (!self.querySelector('#otp')) {
      await call('auth/otp', { body: { phone: values['phone'] } });
      self.insertBefore(field('otp', t('account.otp'), 'text', { autocomplete: 'one-time-code', inputmode: 'numeric', 'data-pointer': '/code' }), self.lastElementChild);
      return self.querySelector<HTMLInputElement>('#otp')?.focus();
    }
    await enter(await call<Session>('auth/otp/confirmation', { body: { phone: values['phone'], code: values['otp'] } }));
  });
  element.id = 'by-phone';
  return element;
}

function register(enter: (session: Session) => Promise<void>): HTMLFormElement {
  const input = (name: string, label: string, type: string, autocomplete: string): HTMLElement => field(`new-${name}`, label, type, { name, autocomplete, 'data-pointer': `/${name}` });
  const element = form(t('account.register'), [input('displayName', t('account.name'), 'text', 'name'), input('email', t('account.email'), 'email', 'email'), input('password', t('account.password'), 'password', 'new-password')], t('account.register'), async (values) => {
    await call('auth/register', { body: values });
    await enter(await call<Session>('auth/login', { body: { email: values['email'], password: values['password'] } }));
  });
  element.id = 'register';
  return element;
}

/** A guest's cart goes into the member's; which one that is, is what the browser fills from now on. */
async function mergeCart(): Promise<void> {
  const guest = cartId();
  try {
    const cart = guest ? await call<{ id: string }>(`carts/${guest}/merge`, { method: 'POST', body: {} }) : await call<{ id: string }>('me/cart');
    localStorage.setItem('cart', cart.id);
  } catch {
    // No cart of either kind; the next product makes one.
  }
}
