import { call, get, query } from './api';
import { byId, fill, h } from './dom';
import { clearErrors, showErrors, start, waiting } from './page';
import { addToCart } from './shop';
import { language, money, percent, t, term, type Money } from './text';

const imagesMax = 5;
const bytesMax = 10 * 1024 * 1024;
const pollMilliseconds = 700;
const pollsMax = 120;

interface Suggestion { slug: string; scientificName: string; commonNames: { en: string; hi: string }; confidence: number }
interface Question { id: string; text: string | { en: string; hi: string }; options: { id: string; text: string | { en: string; hi: string } }[] }
interface Identification {
  id: string; status: 'queued' | 'running' | 'succeeded' | 'failed'; error?: string; failure?: { detail?: string };
  result?: Result;
}
interface Result {
  verdict: 'identified' | 'unsure' | 'notAPlant'; suggestions: Suggestion[]; warnings?: string[]; products?: { sku: string; title: string; price: Money }[];
  associations?: { nakshatras: string[]; grahas: string[]; rashis: string[]; deities: string[] }; key?: Question[]; confirmedByUser?: Suggestion;
}

void start(() => {
  const form = byId<HTMLFormElement>('finder');
  const input = byId<HTMLInputElement>('images');
  input.addEventListener('change', () => thumbnails(input));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void identify(form, input);
  });
});

function thumbnails(input: HTMLInputElement): void {
  const files = [...(input.files ?? [])];
  fill(byId('chosen'), ...files.slice(0, imagesMax).map((file) => {
    const address = URL.createObjectURL(file);
    return h('img', { src: address, alt: file.name, class: 'size-24 rounded-lg object-cover', load: () => URL.revokeObjectURL(address) });
  }));
}

async function identify(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  clearErrors(form);
  const files = [...(input.files ?? [])];
  const result = byId('result');
  if (files.length === 0 || files.length > imagesMax || files.some((file) => file.size > bytesMax)) {
    form.append(h('p', { class: 'wrong', role: 'alert', 'data-wrong': true }, t('plants.limits')));
    input.focus();
    return;
  }
  const body = new FormData();
  for (const file of files) body.append('images', file);
  const button = byId<HTMLButtonElement>('identify');
  button.disabled = true;
  try {
    const accepted = await call<{ id: string }>('plants/identifications', { form: body });
    await waiting(result, t('plants.wait'), async () => show(result, await finished(accepted.id)));
  } catch (error) {
    showErrors(form, error);
  } finally {
    button.disabled = false;
  }
}

async function finished(id: string): Promise<Identification> {
  for (let poll = 0; poll < pollsMax; poll++) {
    const identification = await get<Identification>(`plants/identifications/${id}`);
    if (identification.status === 'succeeded' || identification.status === 'failed') return identification;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  throw new Error(t('plants.late'));
}

function show(target: HTMLElement, identification: Identification): void {
  const { result } = identification;
  if (identification.status === 'failed' || !result) return fill(target, h('p', { class: 'notice', role: 'alert' }, identification.failure?.detail ?? identification.error ?? t('plants.failed')));
  fill(target,
    h('section', { class: 'card' }, h('h2', { class: 'h2', tabindex: -1 }, t(`plants.${result.verdict}`)),
      ...(result.warnings ?? []).map((warning) => h('p', { class: 'notice mt-3' }, warning)),
      h('ol', { class: 'mt-4 space-y-3' }, ...result.suggestions.map(suggestion)),
      h('p', { class: 'quiet mt-4' }, t('plants.care'))),
    whose(result), buy(result), key(identification));
  target.querySelector<HTMLElement>('h2')?.focus();
}

function suggestion(item: Suggestion): HTMLElement {
  const bar = h('div', { class: 'bar mt-1' });
  bar.style.width = `${Math.max(item.confidence * 100, 1)}%`;
  return h('li', {}, h('div', { class: 'row py-0' }, h('span', {}, h('strong', {}, language() === 'hi' ? item.commonNames.hi : item.commonNames.en), ' ', h('em', { class: 'quiet' }, item.scientificName)), h('span', {}, percent(item.confidence))), bar);
}

function whose(result: Result): HTMLElement {
  const names = result.associations ? [...result.associations.nakshatras, ...result.associations.grahas, ...result.associations.rashis, ...result.associations.deities] : [];
  return h('section', { class: 'card' }, h('h2', { class: 'h2' }, t('plants.whose')),
    names.length === 0 ? h('p', { class: 'quiet mt-2' }, t('plants.nobody')) : h('p', { class: 'mt-2 flex flex-wrap gap-2' }, ...names.map((name) => h('span', { class: 'badge' }, term(name)))));
}

function buy(result: Result): HTMLElement | null {
  const products = result.products ?? [];
  if (products.length === 0) return null;
  return h('section', { class: 'card' }, h('h2', { class: 'h2' }, t('plants.buy')), h('ul', { class: 'mt-3 space-y-3' }, ...products.slice(0, 4).map((product) => h('li', { class: 'flex items-center justify-between gap-3' },
    h('span', {}, product.title, ' · ', h('strong', {}, money(product.price))),
    h('button', { type: 'button', class: 'button', click: async (event) => { const button = event.currentTarget as HTMLButtonElement; await addToCart(product.sku); button.textContent = t('shop.added'); } }, t('shop.add'))))));
}

const words = (text: string | { en: string; hi: string }): string => (typeof text === 'string' ? text : text[language()]);

function key(identification: Identification): HTMLElement | null {
  const questions = identification.result?.key ?? [];
  if (questions.length === 0) return null;
  const form = h('form', { class: 'card space-y-4' }, h('h2', { class: 'h2' }, t('plants.key')), h('p', { class: 'quiet' }, t('plants.keywhy')),
    ...questions.map((question) => h('fieldset', {}, h('legend', { class: 'label' }, words(question.text)), ...question.options.map((option) =>
      h('label', { class: 'flex min-h-11 items-center gap-2 text-sm' }, h('input', { type: 'radio', name: question.id, value: option.id }), words(option.text))))),
    h('button', { class: 'button' }, t('plants.answer')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form);
    const answers = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    try {
      const confirmed = await call<Identification>(`plants/identifications/${identification.id}/key${query({})}`, { body: { answers } });
      show(byId('result'), confirmed);
    } catch (error) {
      showErrors(form, error);
    }
  });
  return form;
}
