import { h } from './dom';
import { clearErrors, showErrors } from './page';

type Extra = Record<string, string | number | boolean | ((event: Event) => void)>;

/** A labelled input whose errors come to it: its pointer is its name. */
export function field(id: string, label: string, type: string, extra: Extra = {}): HTMLElement {
  return h('div', {}, h('label', { class: 'label', for: id }, label), h('input', { class: 'field', id, name: id, type, 'data-pointer': `/${id}`, ...extra }));
}

/** A labelled choice. */
export function choiceOf(id: string, label: string, options: [string, string][], extra: Extra = {}): HTMLElement {
  return h('div', {}, h('label', { class: 'label', for: id }, label),
    h('select', { class: 'field', id, name: id, 'data-pointer': `/${id}`, ...extra }, ...options.map(([value, text]) => h('option', { value }, text))));
}

/** A box to tick. */
export function tick(id: string, label: string, extra: Extra = {}): HTMLElement {
  return h('label', { class: 'flex min-h-11 items-center gap-3 text-sm' }, h('input', { type: 'checkbox', class: 'rounded-sm', id, name: id, 'data-pointer': `/${id}`, ...extra }), h('span', {}, label));
}

export type Values = Record<string, string>;

/** A form that sends its values once at a time and shows at its fields what was wrong with them. */
export function form(title: string | null, fields: (HTMLElement | null | false)[], button: string, send: (values: Values, form: HTMLFormElement) => Promise<void>): HTMLFormElement {
  const submit = h('button', { class: 'button' }, button);
  const element = h('form', { class: 'space-y-4', novalidate: true }, title && h('h2', { class: 'h2' }, title), ...fields, submit);
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(element);
    submit.disabled = true;
    try {
      await send(Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])), element);
    } catch (error) {
      showErrors(element, error);
    } finally {
      submit.disabled = false;
    }
  });
  return element;
}

/** A button whose failure is shown beside it. */
export function action(label: string, run: () => Promise<void>, classes = 'button-quiet', name: string | null = null): HTMLButtonElement {
  const button = h('button', { type: 'button', class: classes, 'aria-label': name, click: async () => {
    const place = button.parentElement;
    if (place) clearErrors(place);
    button.disabled = true;
    try {
      await run();
    } catch (error) {
      if (place) showErrors(place, error);
    } finally {
      button.disabled = false;
    }
  } }, label);
  return button;
}

/** A second look before something that can't be taken back: the first press opens the question. */
export function confirmed(label: string, question: string, yes: string, run: () => Promise<void>, classes = 'button-quiet'): HTMLElement {
  return h('details', { class: 'inline-block' }, h('summary', { class: `${classes} cursor-pointer list-none` }, label), h('div', { class: 'notice mt-2 space-y-2' }, h('p', {}, question), action(yes, run)));
}
