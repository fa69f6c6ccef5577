import { call, forgetSession, get, keepSession, Problem, signedIn } from './api';
import { byId, fill, h, svg } from './dom';
import { clearErrors, showErrors, start, waiting } from './page';
import { language, moment, t, term } from './text';

interface Session { accessToken: string; csrfToken?: string }
interface Device { id: string; device: string; createdAt: string; lastUsedAt: string; current: boolean }

void start(show);

async function show(): Promise<void> {
  if (signedIn()) await account(byId('account'));
  else signIn(byId('account'));
}

function field(id: string, label: string, type: string, autocomplete: string, required = true): HTMLElement {
  return h('div', {}, h('label', { class: 'label', for: id }, label), h('input', { class: 'field', id, name: id, type, autocomplete, required, 'data-pointer': `/${id}` }));
}

function form(title: string, fields: HTMLElement[], button: string, send: (values: Record<string, string>, form: HTMLFormElement) => Promise<void>): HTMLFormElement {
  const element = h('form', { class: 'card space-y-4', novalidate: true }, h('h2', { class: 'h2' }, title), ...fields, h('button', { class: 'button' }, button));
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(element);
    try {
      await send(Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])), element);
    } catch (error) {
      showErrors(element, error);
    }
  });
  return element;
}

function signIn(target: HTMLElement): void {
  const login = form(t('account.signin'), [field('email', t('account.email'), 'email', 'username'), field('password', t('account.password'), 'password', 'current-password')], t('account.signin'), async (values, element) => {
    try {
      await enter(await call<Session>('auth/login', { body: values }));
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'second-factor-required' || element.querySelector('#code')) throw error;
      element.insertBefore(field('code', t('account.code'), 'text', 'one-time-code'), element.lastElementChild);
      element.querySelector<HTMLInputElement>('#code')?.focus();
    }
  });
  const register = form(t('account.register'), [field('displayName', t('account.name'), 'text', 'name'), field('email', t('account.email'), 'email', 'email'), field('password', t('account.password'), 'password', 'new-password')], t('account.register'), async (values) => {
    await call('auth/register', { body: values });
    await enter(await call<Session>('auth/login', { body: { email: values['email'], password: values['password'] } }));
  });
  for (const input of register.querySelectorAll('input')) {
    input.previousElementSibling?.setAttribute('for', `new-${input.id}`);
    input.id = `new-${input.id}`;
  }
  const phone = form(t('account.byphone'), [field('phone', t('account.phone'), 'tel', 'tel')], t('account.sendcode'), async (values, element) => {
    const code = element.querySelector<HTMLInputElement>('#otp');
    if (!code) {
      await call('auth/otp', { body: { phone: values['phone'] } });
      element.insertBefore(field('otp', t('account.otp'), 'text', 'one-time-code'), element.lastElementChild);
      element.querySelector<HTMLInputElement>('#otp')?.focus();
    } else await enter(await call<Session>('auth/otp/confirmation', { body: { phone: values['phone'], code: values['otp'] } }));
  });
  fill(target, h('div', { class: 'grid gap-6 md:grid-cols-2' }, h('div', { class: 'space-y-6' }, phone, login), register));
}

async function enter(session: Session): Promise<void> {
  keepSession(session);
  await show();
}

async function account(target: HTMLElement): Promise<void> {
  await waiting(target, t('account.wait'), async () => {
    const me = await get<{ displayName?: string; email?: string; twoFactor?: boolean }>('me');
    fill(target,
      h('section', { class: 'card flex flex-wrap items-center justify-between gap-3' }, h('p', { class: 'h2' }, t('account.hello', { name: me.displayName ?? '' })),
        h('div', { class: 'flex gap-2' }, h('a', { class: 'button-quiet', href: '/order.html' }, t('order.all')), h('button', { type: 'button', class: 'button-quiet', click: () => void leave('auth/logout') }, t('account.signout')),
          h('button', { type: 'button', class: 'button-quiet', click: () => void leave('auth/logout-everywhere') }, t('account.everywhere')))),
      h('section', { class: 'card mt-6', id: 'two-factor' }), h('section', { class: 'card mt-6', id: 'sessions' }), h('section', { class: 'card mt-6', id: 'consents' }), h('section', { class: 'card mt-6', id: 'profiles' }));
    twoFactor(me.twoFactor === true);
    await Promise.all([sessions(), consents(), profiles()]);
  });
  if (!signedIn()) signIn(target);
}

async function leave(path: string): Promise<void> {
  try {
    await call(path, { method: 'POST', body: {} });
  } finally {
    forgetSession();
    location.reload();
  }
}

function twoFactor(on: boolean): void {
  const target = byId('two-factor');
  fill(target, h('h2', { class: 'h2' }, t('account.twofactor')), h('p', { class: 'quiet mt-2' }, on ? t('account.twofactoron') : t('account.twofactoroff')),
    !on && h('button', { type: 'button', class: 'button mt-3', click: () => void enrol(target) }, t('account.enrol')));
}

async function enrol(target: HTMLElement): Promise<void> {
  const answer = await call<{ uri: string; qrSvg: string }>('auth/two-factor', { method: 'POST', body: {} });
  const picture = svg(answer.qrSvg, t('account.qr'));
  const confirm = form(t('account.confirm'), [field('code', t('account.code'), 'text', 'one-time-code')], t('account.confirm'), async (values) => {
    const done = await call<{ codes: string[] }>('auth/two-factor/confirmation', { body: values });
    fill(target, h('h2', { class: 'h2' }, t('account.recovery')), h('p', { class: 'quiet mt-2' }, t('account.recoverywhy')), h('ul', { class: 'mt-3 grid grid-cols-2 gap-2 font-mono' }, ...done.codes.map((code) => h('li', {}, code))));
  });
  fill(target, h('h2', { class: 'h2' }, t('account.twofactor')), picture && h('div', { class: 'my-3 size-48 bg-white p-2' }, picture), h('p', { class: 'quiet break-all' }, answer.uri), confirm);
}

async function sessions(): Promise<void> {
  const page = await get<{ items: Device[] }>('auth/sessions');
  fill(byId('sessions'), h('h2', { class: 'h2 mb-2' }, t('account.sessions')), h('ul', {}, ...page.items.map((device) => h('li', { class: 'row' },
    h('span', {}, device.device, device.current && h('span', { class: 'badge ml-2' }, t('account.here'))), h('span', { class: 'quiet' }, moment(device.lastUsedAt)),
    !device.current && h('button', { type: 'button', class: 'link', click: async () => { await call(`auth/sessions/${device.id}`, { method: 'DELETE' }); await sessions(); } }, t('account.end'))))));
}

interface Consent { purpose: string; granted: boolean; notice: { version: string; text: Record<'en' | 'hi', string> } }

async function consents(): Promise<void> {
  const found = await get<{ consents: Consent[] }>('me/consents');
  fill(byId('consents'), h('h2', { class: 'h2' }, t('account.consents')), h('p', { class: 'quiet mb-2' }, t('account.consentswhy')), ...found.consents.map(consent));
}

function consent({ purpose, granted, notice }: Consent): HTMLElement {
  const decide = (event: Event): void => void call('me/consents', { method: 'PUT', body: { consents: [{ purpose, granted: (event.target as HTMLInputElement).checked, noticeVersion: notice.version }] } });
  return h('div', { class: 'py-1' },
    h('label', { class: 'flex min-h-11 items-center gap-3 text-sm font-medium' }, h('input', { type: 'checkbox', class: 'rounded-sm', checked: granted, change: decide }), t(`consent.${purpose}`)),
    h('p', { class: 'quiet pl-7' }, notice.text[language()]));
}

async function profiles(): Promise<void> {
  const page = await get<{ items: { id: string; name: string; relation: string }[] }>('profiles');
  fill(byId('profiles'), h('h2', { class: 'h2 mb-2' }, t('account.family')), page.items.length === 0 ? h('p', { class: 'quiet' }, t('account.nofamily')) : h('ul', {}, ...page.items.map((person) => h('li', { class: 'row' }, person.name, h('span', { class: 'quiet' }, term(person.relation))))));
}
