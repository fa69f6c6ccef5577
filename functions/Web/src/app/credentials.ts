import { call, forgetSession, Problem } from './api';
import { announce, fill, h } from './dom';
import { action, field, form } from './forms';
import { forgetCart } from './page';
import { t } from './text';

/** A refusal that names no field, at the field that it means. */
function at(error: unknown, type: string, pointer: string): unknown {
  return error instanceof Problem && error.type === type ? new Problem(error.status, { ...error.body, errors: [{ pointer, detail: error.message }] }) : error;
}

const opened = (label: string, ...inside: HTMLElement[]): HTMLDetailsElement => h('details', { class: 'mt-4' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, label), ...inside);

/** A new password by a code that the mail address gets; whether the address has an account is told to nobody. */
export function forgotten(): HTMLElement {
  const place = h('div', { id: 'forgotten' });
  const ask = (): void => fill(place, h('p', { class: 'quiet mb-3' }, t('account.forgottenwhy')),
    form(null, [field('reset-email', t('account.email'), 'email', { name: 'email', autocomplete: 'username', 'data-pointer': '/email' })], t('account.sendmail'), async (values) => {
      await call('auth/password-resets', { body: values });
      renew();
    }));
  const renew = (): void => {
    fill(place, h('p', { class: 'quiet mb-3', role: 'status' }, t('account.resetsent')),
      form(null, [codeField('reset-token'), passwordField('reset-password')], t('account.setpassword'), async (values) => {
        try {
          await call('auth/password-resets/confirmation', { body: values });
        } catch (error) {
          throw at(error, 'token-invalid', '/token');
        }
        fill(place, h('p', { class: 'notice', role: 'status' }, t('account.passwordset')));
      }), action(t('account.another'), async () => ask(), 'link mt-2 min-h-11'));
    place.querySelector<HTMLInputElement>('#reset-token')?.focus();
  };
  ask();
  return opened(t('account.forgotten'), place);
}

const codeField = (id: string): HTMLElement => field(id, t('account.mailcode'), 'text', { name: 'token', autocomplete: 'one-time-code', autocapitalize: 'off', spellcheck: 'false', 'data-pointer': '/token' });
const passwordField = (id: string): HTMLElement => field(id, t('account.newpassword'), 'password', { name: 'password', autocomplete: 'new-password', 'data-pointer': '/password' });

/** Another password. Every session ends by it, this one too. */
export function passwordChange(ended: () => void): HTMLElement {
  return opened(t('account.changepassword'), h('p', { class: 'quiet mb-3' }, t('account.changewhy')), form(null, [
    field('current-password', t('account.currentpassword'), 'password', { name: 'currentPassword', autocomplete: 'current-password', 'data-pointer': '/currentPassword' }), passwordField('next-password'),
  ], t('account.setpassword'), async ({ currentPassword, password }) => {
    try {
      await call('auth/password', { body: { password, ...(currentPassword ? { currentPassword } : {}) } });
    } catch (error) {
      throw at(error, 'wrong-credentials', '/currentPassword');
    }
    forgetSession();
    forgetCart();
    ended();
  }));
}

/** Proves the mail address with the code that was sent to it. */
export function mailProof(proven: () => Promise<void>): HTMLElement {
  const sent = h('span', { class: 'quiet', role: 'status' });
  return h('div', { id: 'mail-proof' }, h('p', { class: 'quiet mb-3' }, t('account.proofwhy')), form(null, [codeField('proof-token')], t('account.confirm'), async (values) => {
    try {
      await call('auth/verifications/confirmation', { body: values });
    } catch (error) {
      throw at(error, 'token-invalid', '/token');
    }
    await proven();
    announce(t('account.proven'));
  }), h('p', { class: 'mt-3 flex flex-wrap items-center gap-3' }, action(t('account.sendagain'), async () => {
    await call('auth/verifications', { method: 'POST', body: {} });
    sent.textContent = t('account.sent');
  }), sent));
}
