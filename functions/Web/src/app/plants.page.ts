import { call, get, Problem, signedIn } from './api';
import { byId, fill, h } from './dom';
import { action, choiceOf, field, form as formOf } from './forms';
import { clearErrors, showErrors, start, waiting } from './page';
import { lookedAt, sendPhotos } from './photos';
import { buyButton } from './shop';
import { local, money, percent, t, term, type Local, type Money } from './text';

const imagesMax = 5;
const bytesMax = 10 * 1024 * 1024;

interface Suggestion { slug: string; scientificName: string; commonNames: Local; confidence: number }
interface Question { id: string; text: Local; options: { id: string; text: Local }[] }
interface Candidate { slug: string; scientificName: string; commonNames: Local; mark: Local }
interface Identification {
  id: string; status: 'queued' | 'running' | 'succeeded' | 'failed'; failure?: { detail: string } | null;
  result?: { verdict: 'identified' | 'unsure' | 'notAPlant' | 'confirmedByUser'; suggestions: Suggestion[] } | null; plant?: { commonNames: Local; scientificName: string; care: string } | null;
  warnings: { scientificName: string; text: Local }[]; products: { sku: string; title: string; price: Money; available: boolean }[];
  associations: { nakshatras: string[]; grahas: string[]; rashis: string[]; deities: string[]; forYou?: { chartId: string; role: string }[] | null }; key?: Question[] | null;
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
  const button = byId<HTMLButtonElement>('identify');
  button.disabled = true;
  try {
    const id = await sendPhotos(files);
    await waiting(result, t('plants.wait'), async () => show(result, await finished(id)));
  } catch (error) {
    showErrors(form, error);
  } finally {
    button.disabled = false;
  }
}

async function finished(id: string): Promise<Identification> {
  const identification = await lookedAt<Identification>(id);
  if (identification) return identification;
  throw new Problem(504, { detail: t('plants.late') });
}

function show(target: HTMLElement, identification: Identification): void {
  const { result, plant } = identification;
  if (identification.status === 'failed' || !result) return fill(target, h('p', { class: 'notice', role: 'alert' }, identification.failure?.detail ?? t('plants.failed')));
  fill(target,
    h('section', { class: 'card' }, h('h2', { class: 'h2', tabindex: -1 }, t(`plants.${result.verdict}`)),
      plant && h('p', { class: 'mt-2 text-xl font-semibold', id: 'plant' }, local(plant.commonNames), ' ', h('em', { class: 'quiet font-normal' }, plant.scientificName)),
      ...identification.warnings.map((warning) => h('p', { class: 'notice mt-3' }, warning.scientificName, ': ', local(warning.text))),
      h('ol', { class: 'mt-4 space-y-3' }, ...result.suggestions.map(suggestion)),
      plant && h('p', { class: 'mt-4' }, plant.care), h('p', { class: 'quiet mt-4' }, t('plants.care'))),
    whose(identification), key(identification), result.verdict !== 'notAPlant' && opinion(identification), signedIn() && result.verdict !== 'notAPlant' && diary(identification), buy(identification));
  target.querySelector<HTMLElement>('h2')?.focus();
}

function suggestion(item: Suggestion): HTMLElement {
  const bar = h('div', { class: 'bar mt-1' });
  bar.style.width = `${Math.max(item.confidence * 100, 1)}%`;
  return h('li', {}, h('div', { class: 'row py-0' }, h('span', {}, h('strong', {}, local(item.commonNames)), ' ', h('em', { class: 'quiet' }, item.scientificName)), h('span', {}, percent(item.confidence))), bar);
}

function whose({ associations }: Identification): HTMLElement {
  const names = [...associations.nakshatras, ...associations.grahas, ...associations.rashis, ...associations.deities];
  return h('section', { class: 'card', id: 'whose' }, h('h2', { class: 'h2' }, t('plants.whose')),
    names.length === 0 ? h('p', { class: 'quiet mt-2' }, t('plants.nobody')) : h('p', { class: 'mt-2 flex flex-wrap gap-2' }, ...names.map((name) => h('span', { class: 'badge' }, term(name)))),
    (associations.forYou ?? []).length > 0 && h('ul', { class: 'mt-3 text-sm', id: 'for-you' }, ...(associations.forYou ?? []).map((own) => h('li', {}, h('a', { class: 'link', href: `/chart.html?id=${own.chartId}` }, t('plants.foryou')), ' ', t(`role.${own.role}`)))));
}

/** Whether the name is right, for the people who make the finder better. */
function opinion({ id, result }: Identification): HTMLElement {
  const target = h('section', { class: 'card', id: 'opinion' });
  const send = async (body: Record<string, unknown>): Promise<void> => {
    await call(`plants/identifications/${id}/feedback`, { body });
    fill(target, h('p', { role: 'status' }, t('plants.thanks')));
  };
  const other = async (): Promise<void> => {
    const { items } = await get<{ items: { slug: string; commonNames: Local; scientificName: string }[] }>('plants/species?limit=100');
    fill(target, formOf(t('plants.whatisit'), [choiceOf('species', t('plants.species'), items.map((item) => [item.slug, `${local(item.commonNames)} (${item.scientificName})`]))], t('plants.tell'), (values) => send({ species: values['species'] })));
  };
  fill(target, h('h2', { class: 'h2' }, t('plants.isitright')), h('div', { class: 'mt-3 flex flex-wrap gap-3' }, (result?.suggestions.length ?? 0) > 0 && action(t('plants.right'), () => send({ right: true })), action(t('plants.wrong'), other)));
  return target;
}

/** One's own tree goes into the journal, where its photo stays when the finder forgets it. */
function diary({ id }: Identification): HTMLElement {
  const target = h('section', { class: 'card', id: 'diary' });
  const keep = formOf(null, [field('journal-date', t('journal.date'), 'date', { name: 'date', 'data-pointer': '/date' }), field('journal-note', t('journal.note'), 'text', { name: 'note', maxlength: 500, 'data-pointer': '/note' })], t('journal.add'), async (values) => {
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    await call('me/journal', { body: { identificationId: id, ...said }, key: crypto.randomUUID() });
    fill(target, h('p', { role: 'status' }, t('journal.added'), ' ', h('a', { class: 'link', href: '/journal.html' }, t('journal.title'))));
  });
  fill(target, h('details', {}, h('summary', { class: 'link min-h-11 cursor-pointer py-2.5' }, t('journal.open')), keep));
  return target;
}

function buy(identification: Identification): HTMLElement | null {
  const products = identification.products.filter((product) => product.available);
  if (products.length === 0) return null;
  return h('section', { class: 'card' }, h('h2', { class: 'h2' }, t('plants.buy')), h('ul', { class: 'mt-3 space-y-3' }, ...products.slice(0, 4).map((product) => h('li', { class: 'flex items-center justify-between gap-3' },
    h('span', {}, product.title, ' · ', h('strong', {}, money(product.price))),
    buyButton(product.sku)))));
}

function key(identification: Identification): HTMLElement | null {
  const questions = identification.key ?? [];
  if (questions.length === 0) return null;
  const candidates = h('div', { class: 'space-y-3', 'aria-live': 'polite' });
  const form = h('form', { class: 'card space-y-4' }, h('h2', { class: 'h2' }, t('plants.key')), h('p', { class: 'quiet' }, t('plants.keywhy')),
    ...questions.map((question) => h('fieldset', {}, h('legend', { class: 'label' }, local(question.text)), ...question.options.map((option) =>
      h('label', { class: 'flex min-h-11 items-center gap-2 text-sm' }, h('input', { type: 'radio', name: question.id, value: option.id }), local(option.text))))),
    h('button', { class: 'button' }, t('plants.answer')), candidates);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form);
    const answers = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    try {
      const found = await call<{ candidates: Candidate[] }>(`plants/identifications/${identification.id}/key`, { body: { answers } });
      fill(candidates, found.candidates.length === 0 ? h('p', { class: 'quiet' }, t('plants.nocandidate')) : h('ul', { class: 'space-y-3' }, ...found.candidates.map((item) => candidate(identification.id, answers, item, form))));
    } catch (error) {
      showErrors(form, error);
    }
  });
  return form;
}

function candidate(id: string, answers: Record<string, string>, item: Candidate, form: HTMLElement): HTMLElement {
  return h('li', { class: 'flex items-center justify-between gap-3' },
    h('span', {}, h('strong', {}, local(item.commonNames)), ' ', h('em', { class: 'quiet' }, item.scientificName), h('span', { class: 'quiet block' }, local(item.mark))),
    h('button', { type: 'button', class: 'button-quiet shrink-0', 'aria-label': t('plants.thisone', { name: local(item.commonNames) }), click: async () => {
      try {
        await call(`plants/identifications/${id}/key`, { body: { answers, species: item.slug } });
        show(byId('result'), await get<Identification>(`plants/identifications/${id}`));
      } catch (error) {
        showErrors(form, error);
      }
    } }, t('plants.this')));
}
