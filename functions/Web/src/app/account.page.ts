import { addressFields, addressLine, readAddress, type Address } from './address';
import { call, download, forgetSession, get, signedIn } from './api';
import { decide, readConsents, type Consent } from './consents';
import { mailProof, passwordChange } from './credentials';
import { byId, fill, h, svg } from './dom';
import { action, field, form } from './forms';
import { forgetCart, parameter, showErrors, start, waiting } from './page';
import { providerButtons } from './providers';
import { signInForms } from './signin';
import { language, moment, t } from './text';

interface Me { displayName?: string; email?: string; emailVerified?: boolean; phone?: string; twoFactor?: boolean }
interface Device { id: string; device: string; lastUsedAt: string; current: boolean }

void start(() => (signedIn() ? goBack() : show()));

async function show(): Promise<void> {
  const target = byId('account');
  if (!signedIn()) return signIn(target);
  await waiting(target, t('account.wait'), async () => {
    const me = await get<Me>('me');
    fill(target, head(me), ...['credentials', 'two-factor', 'sessions', 'addresses', 'consents', 'data'].map((id) => h('section', { class: 'card mt-6', id })));
    credentials(me);
    twoFactor(me.twoFactor === true);
    closing();
    // One part that does not come must not take the others with it.
    await Promise.all([part('sessions', sessions), part('addresses', addresses), part('consents', consents)]);
  });
  if (!signedIn()) signIn(target);
}

function signIn(target: HTMLElement, note: string | null = null): void {
  fill(target, note && h('p', { class: 'notice mb-4', role: 'status' }, note), signInForms(goBack));
}

/** Back to the page that sent the visitor here; only ever a page of ours. */
async function goBack(): Promise<void> {
  const back = new URL(parameter('return') ?? '/account.html', location.origin);
  if (back.origin !== location.origin || back.pathname === location.pathname) return show();
  location.assign(back);
}

async function part(id: string, draw: () => Promise<void>): Promise<void> {
  try {
    await draw();
  } catch (error) {
    showErrors(byId(id), error);
  }
}

function head(me: Me): HTMLElement {
  const links: [string, string][] = [['/order.html', t('order.all')], ['/charts.html', t('charts.title')], ['/family.html', t('account.family')], ['/talk.html', t('talk.title')], ['/journal.html', t('journal.title')]];
  return h('section', { class: 'card' }, h('div', { class: 'flex flex-wrap items-center justify-between gap-3' }, h('p', { class: 'h2' }, t('account.hello', { name: me.displayName ?? '' })),
    h('div', { class: 'flex flex-wrap gap-2' }, action(t('account.signout'), () => leave('auth/logout')), action(t('account.everywhere'), () => leave('auth/logout-everywhere')))),
  h('p', { class: 'quiet mt-1 break-all' }, [me.email, me.phone].filter(Boolean).join(' · '), me.email && me.emailVerified === false && h('span', { class: 'badge ml-2' }, t('account.unverified'))),
  h('nav', { class: 'mt-4 flex flex-wrap gap-2', 'aria-label': t('account.title') }, ...links.map(([href, label]) => h('a', { class: 'button-quiet', href }, label))));
}

/** Leaving happens in this browser even where the server can't be told: nobody must stay signed in by accident. */
async function leave(path: string): Promise<void> {
  try {
    await call(path, { method: 'POST', body: {} });
  } finally {
    forgetSession();
    forgetCart();
    location.reload();
  }
}

function credentials(me: Me): void {
  const elsewhere = providerButtons(t('account.link'));
  elsewhere.classList.replace('card', 'mt-4');
  fill(byId('credentials'), h('h2', { class: 'h2' }, t('account.credentials')),
    me.email && me.emailVerified === false ? h('div', { class: 'mt-3' }, mailProof(show)) : h('p', { class: 'quiet mt-2' }, me.email ? t('account.proven') : t('account.nomail')),
    me.email && passwordChange(() => signIn(byId('account'), t('account.passwordset'))), me.email && me.emailVerified !== false && elsewhere);
}

function twoFactor(on: boolean): void {
  const target = byId('two-factor');
  const off = form(null, [field('off-code', t('account.codeorrecovery'), 'text', { name: 'code', autocomplete: 'one-time-code', 'data-pointer': '/code' })], t('account.switchoff'), async (values) => {
    await call('auth/two-factor', { method: 'DELETE', body: values });
    twoFactor(false);
  });
  fill(target, h('h2', { class: 'h2' }, t('account.twofactor')), h('p', { class: 'quiet mt-2' }, on ? t('account.twofactoron') : t('account.twofactoroff')),
    on ? h('details', { class: 'mt-2' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('account.switchoff')), off) : action(t('account.enrol'), () => enrol(target), 'button mt-3'));
}

async function enrol(target: HTMLElement): Promise<void> {
  const answer = await call<{ uri: string; qrSvg: string }>('auth/two-factor', { method: 'POST', body: {} });
  const picture = svg(answer.qrSvg, t('account.qr'));
  const confirm = form(t('account.confirm'), [field('code', t('account.code'), 'text', { autocomplete: 'one-time-code', inputmode: 'numeric' })], t('account.confirm'), async (values) => {
    const done = await call<{ codes: string[] }>('auth/two-factor/confirmation', { body: values });
    fill(target, h('h2', { class: 'h2' }, t('account.recovery')), h('p', { class: 'quiet mt-2' }, t('account.recoverywhy')), h('ul', { class: 'mt-3 grid grid-cols-2 gap-2 font-mono' }, ...done.codes.map((code) => h('li', {}, code))));
  });
  fill(target, h('h2', { class: 'h2' }, t('account.twofactor')), picture && h('div', { class: 'my-3 size-48 bg-white p-2' }, picture), h('p', { class: 'quiet break-all' }, answer.uri), confirm);
}

const browsers: [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']];
const systems: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']];

/** What a browser calls itself, as people call it; what is not a browser's name stays as it is. */
function nameOf(agent: string): string {
  const [browser, system] = [browsers, systems].map((table) => table.find(([sign]) => sign.test(agent))?.[1]);
  return browser && system ? `${browser}, ${system}` : agent;
}

async function sessions(): Promise<void> {
  const page = await get<{ items: Device[] }>('auth/sessions');
  fill(byId('sessions'), h('h2', { class: 'h2 mb-2' }, t('account.sessions')), h('ul', {}, ...page.items.map((device) => h('li', { class: 'row' },
    h('span', { class: 'min-w-0 break-words' }, nameOf(device.device), device.current && h('span', { class: 'badge ml-2' }, t('account.here'))), h('span', { class: 'quiet' }, moment(device.lastUsedAt)),
    !device.current && action(t('account.end'), async () => { await call(`auth/sessions/${device.id}`, { method: 'DELETE' }); await sessions(); }, 'link', t('account.enddevice', { device: nameOf(device.device) }))))));
}

async function addresses(): Promise<void> {
  const { items } = await get<{ items: { id: string; label?: string | null; address: Address }[] }>('me/addresses');
  const target = byId('addresses');
  const add = form(null, [field('label', t('account.addresslabel'), 'text', { maxlength: 40 }), h('div', { class: 'grid gap-4 sm:grid-cols-2' }, ...addressFields('a', ['/address']))], t('account.addaddress'), async (values) => {
    await call('me/addresses', { body: { ...(values['label'] ? { label: values['label'] } : {}), address: readAddress('a') }, key: crypto.randomUUID() });
    await addresses();
  });
  fill(target, h('h2', { class: 'h2 mb-2' }, t('account.addresses')), items.length === 0 ? h('p', { class: 'quiet' }, t('account.noaddress')) : h('ul', {}, ...items.map((item) => h('li', { class: 'row' },
    h('span', { class: 'min-w-0' }, item.label && h('strong', { class: 'mr-2' }, item.label), addressLine(item.address)),
    action(t('cart.removecode'), async () => { await call(`me/addresses/${item.id}`, { method: 'DELETE' }); await addresses(); }, 'link', t('cart.remove', { title: item.label ?? item.address.line1 }))))),
  h('details', { class: 'mt-2' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('account.newaddress')), add));
}

async function consents(): Promise<void> {
  fill(byId('consents'), h('h2', { class: 'h2' }, t('account.consents')), h('p', { class: 'quiet mb-2' }, t('account.consentswhy')), ...(await readConsents()).map(consent));
}

function consent(asked: Consent): HTMLElement {
  const { purpose, granted, notice } = asked;
  const row = h('div', { class: 'py-1', 'data-consent': purpose });
  // The box shows what is kept, not what was pressed: a failure puts it back.
  const box = h('input', { type: 'checkbox', class: 'rounded-sm', checked: granted, change: async () => {
    box.disabled = true;
    row.querySelector('[data-failure]')?.remove();
    try {
      await decide(asked, box.checked);
    } catch (error) {
      box.checked = !box.checked;
      showErrors(row, error);
    } finally {
      box.disabled = false;
    }
  } });
  row.append(h('label', { class: 'flex min-h-11 items-center gap-3 text-sm font-medium' }, box, t(`consent.${purpose}`)), h('p', { class: 'quiet pl-7' }, notice.text[language()]));
  return row;
}

function closing(): void {
  const close = form(null, [h('p', {}, t('account.closewhy')), field('close-password', t('account.password'), 'password', { name: 'password', autocomplete: 'current-password', 'data-pointer': '/password' }),
    field('close-code', t('account.codeif'), 'text', { name: 'code', autocomplete: 'one-time-code', 'data-pointer': '/code' })], t('account.close'), async (values, self) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    const answer = await call<{ kept: string }>('me', { method: 'DELETE', body: given });
    fill(self, h('p', { role: 'status' }, t('account.closed')), h('p', { class: 'quiet' }, answer.kept));
    forgetSession();
    forgetCart();
  });
  fill(byId('data'), h('h2', { class: 'h2' }, t('account.data')), h('p', { class: 'quiet my-2' }, t('account.datawhy')), action(t('account.export'), () => download('me/export', 'kundli-export.json')),
    h('details', { class: 'mt-2', id: 'closing' }, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('account.closeopen')), close));
}
