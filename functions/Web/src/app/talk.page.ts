import { call, get, Problem, stream } from './api';
import { announce, byId, fill, h } from './dom';
import { confirmed, field, form } from './forms';
import { evidence, type Section } from './reading';
import { forMembers } from './member';
import { parameter, start } from './page';
import { language, moment, t } from './text';

interface Answer { sections: Section[]; unsaid?: string[] | null; disclaimer?: string | null }
interface Message { number: number; question: string; askedAt: string; answer: Answer; kept?: boolean }
interface Conversation { id: string; chartId: string; messages: number; createdAt: string; changedAt: string }

const messagesShown = 100;

void start(() => forMembers(byId('talk'), t('talk.wait'), show));

async function show(): Promise<void> {
  const [{ items }, { items: charts }] = await Promise.all([get<{ items: Conversation[] }>('conversations?limit=100'), get<{ items: { id: string; name?: string | null }[] }>('charts?limit=100')]);
  const names = new Map(charts.map((chart) => [chart.id, chart.name ?? t('chart.somebody')]));
  const open = parameter('id');
  const chart = parameter('chart');
  if (open) return conversation(items.find((item) => item.id === open)?.chartId ?? '', open, names);
  if (chart) return conversation(chart, null, names);
  const target = byId('talk');
  fill(target, charts.length === 0 ? h('div', { class: 'card' }, h('p', {}, t('charts.none')), h('a', { class: 'button mt-4', href: '/chart.html' }, t('home.draw')))
    : h('section', { class: 'card' }, h('h2', { class: 'h2' }, t('talk.new')), h('ul', { class: 'mt-3 flex flex-wrap gap-2' }, ...charts.map((item) => h('li', {}, h('a', { class: 'button-quiet', href: `/talk.html?chart=${item.id}` }, names.get(item.id)!))))),
  items.length > 0 && h('section', { class: 'card mt-6' }, h('h2', { class: 'h2' }, t('talk.before')), h('ul', { class: 'mt-2' }, ...items.map((item) => h('li', { class: 'row' },
    h('a', { class: 'link', href: `/talk.html?id=${item.id}` }, names.get(item.chartId) ?? t('chart.somebody')), h('span', { class: 'quiet' }, t('talk.count', { count: item.messages })), h('span', { class: 'quiet' }, moment(item.changedAt)),
    confirmed(t('cart.removecode'), t('talk.removewhy'), t('talk.remove'), async () => { await call(`conversations/${item.id}`, { method: 'DELETE' }); await show(); }, 'link'))))));
}

async function conversation(chartId: string, known: string | null, names: Map<string, string>): Promise<void> {
  let id = known;
  const log = h('div', { class: 'space-y-4', id: 'log' });
  const ask = form(null, [field('question', t('talk.question'), 'text', { maxlength: 500, autocomplete: 'off', required: true })], t('talk.ask'), async (values, self) => {
    const question = values['question'] ?? '';
    id ??= await begin(chartId);
    await put(id, question, log);
    self.reset();
    self.querySelector<HTMLInputElement>('#question')?.focus();
  });
  fill(byId('talk'), h('p', { class: 'mb-4' }, h('a', { class: 'link', href: '/talk.html' }, t('talk.all'))), h('h2', { class: 'h2 mb-3' }, t('talk.about', { name: names.get(chartId) ?? t('chart.somebody') })), log, h('div', { class: 'card mt-4' }, ask), h('div', { id: 'consent' }));
  if (!id) return;
  const { items } = await get<{ items: Message[] }>(`conversations/${id}/messages?limit=${messagesShown}`);
  fill(log, ...items.map((message) => entry(message.question, ...answer(message.answer))));
}

/** Begins a conversation. Without the consent to keep it the API refuses: the way to give it is shown. */
async function begin(chartId: string): Promise<string> {
  try {
    const made = await call<Conversation>('conversations', { body: { chartId }, key: crypto.randomUUID() });
    history.replaceState(null, '', `/talk.html?id=${made.id}`);
    return made.id;
  } catch (error) {
    if (error instanceof Problem && error.type === 'consent-required') fill(byId('consent'), h('p', { class: 'quiet mt-3' }, h('a', { class: 'link', href: '/account.html#consents' }, t('talk.consent'))));
    throw error;
  }
}

async function put(id: string, question: string, log: HTMLElement): Promise<void> {
  const body = h('div', { class: 'space-y-3', 'aria-busy': 'true' }, h('p', { class: 'quiet' }, t('talk.thinking')));
  const item = entry(question, body);
  log.append(item);
  item.scrollIntoView({ block: 'nearest' });
  const sections: Section[] = [];
  try {
    const done = await stream<Message>(`conversations/${id}/messages`, { question, language: language() }, (part) => {
      sections.push(part as Section);
      fill(body, ...sections.map(section));
    });
    fill(body, ...answer(done.answer), done.kept === false && h('p', { class: 'notice' }, t('talk.notkept')));
    announce(done.answer.sections.map((one) => one.text).join(' '));
  } catch (error) {
    item.remove();
    throw error;
  } finally {
    body.removeAttribute('aria-busy');
  }
}

const entry = (question: string, ...body: HTMLElement[]): HTMLElement => h('article', { class: 'space-y-3' }, h('p', { class: 'ml-auto w-fit max-w-xl rounded-lg bg-leaf-100 p-3 dark:bg-gray-700' }, question), h('div', { class: 'card max-w-3xl space-y-3' }, ...body));

const section = (one: Section): HTMLElement => h('div', {}, h('p', {}, one.text), evidence(one));

function answer(given: Answer): HTMLElement[] {
  const unsaid = (given.unsaid ?? []).map((text) => h('p', {}, text));
  return [...given.sections.map(section), ...unsaid, ...(given.disclaimer ? [h('p', { class: 'quiet' }, given.disclaimer)] : [])];
}

