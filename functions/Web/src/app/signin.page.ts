import { call, Problem } from './api';
import { byId, fill, h } from './dom';
import { action, field, form } from './forms';
import { parameter, start, waiting } from './page';
import { leaveFor, providerName, takeErrand, type Errand } from './providers';
import { enterSession, type Session } from './signin';
import { t } from './text';

const provider = location.pathname.split('/').pop()!.replace('.html', '');

void start(async () => {
  const [code, state, errand] = [parameter('code'), parameter('state'), takeErrand(provider)];
  // The code is for one use: it stays neither in the address nor in the history.
  history.replaceState(null, '', location.pathname);
  if (!errand || !code || !state) return again(t('signin.broken'), errand);
  if (!errand.isCoded) return enter(errand, { code, state });
  const ask = form(t('account.twofactor'), [field('second', t('account.codeorrecovery'), 'text', { autocomplete: 'one-time-code' })], t('account.signin'), async (values) => enter(errand, { code, state, secondFactor: values['second'] }));
  fill(byId('signin'), h('section', { class: 'card max-w-md' }, ask));
  ask.querySelector<HTMLInputElement>('#second')?.focus();
});

async function enter(errand: Errand, answer: Record<string, string | undefined>): Promise<void> {
  await waiting(byId('signin'), t('signin.wait'), async () => {
    try {
      await enterSession(await call<Session>(`auth/external/${provider}/callback`, { body: { ...answer, ticket: errand.ticket } }));
      location.replace(errand.back);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // What the provider gave is used up by now: a second code is asked for on the way back from another round.
      const isCoded = errand.isCoded || error.type === 'second-factor-required';
      again(error.type === 'second-factor-required' ? t('signin.second', { provider: providerName(provider) }) : error.message, { ...errand, isCoded });
    }
  });
}

function again(why: string, errand: Errand | null): void {
  fill(byId('signin'), h('section', { class: 'card max-w-xl' }, h('p', { role: 'alert' }, why), h('div', { class: 'mt-4 flex flex-wrap gap-2' },
    errand && h('div', {}, action(t('account.with', { provider: providerName(provider) }), () => leaveFor(provider, errand.back, errand.isCoded), 'button')), h('a', { class: 'button-quiet', href: '/account.html' }, t('account.signin')))));
}
