import { get, query } from './api';
import { announce, debounce, h } from './dom';
import { t } from './text';

export interface Place { name: string; region?: string; country: string; latitude: number; longitude: number; timeZone: string }

export const defaultPlace: Place = { name: 'New Delhi', country: 'IN', latitude: 28.6139, longitude: 77.209, timeZone: 'Asia/Kolkata' };

export function rememberedPlace(): Place {
  try {
    return JSON.parse(localStorage.getItem('place') ?? 'null') ?? defaultPlace;
  } catch {
    return defaultPlace;
  }
}

const label = (place: Place): string => [place.name, place.region, place.country].filter(Boolean).join(', ');

/** A combobox (ARIA 1.2) over the place search: type, arrows, Enter; the choice is handed on. */
export function placePicker(input: HTMLInputElement, choose: (place: Place) => void): void {
  const list = h('ul', { role: 'listbox', id: `${input.id}-list`, class: 'absolute z-20 mt-1 max-h-64 w-full overflow-y-auto rounded-lg border border-gray-300 bg-white shadow-lg dark:border-gray-600 dark:bg-gray-700', hidden: true });
  input.insertAdjacentElement('afterend', list);
  input.parentElement?.classList.add('relative');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' })) input.setAttribute(name, value);
  let found: Place[] = [];
  let active = -1;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const pick = (place: Place): void => {
    input.value = label(place);
    close();
    choose(place);
  };
  const mark = (index: number): void => {
    active = (index + found.length) % found.length;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const search = debounce(async () => {
    const text = input.value.trim();
    if (text.length < 2) return close();
    try {
      found = (await get<{ items: Place[] }>(`places${query({ query: text, limit: 8 })}`)).items;
    } catch {
      return close();
    }
    active = -1;
    list.replaceChildren(...found.map((place, index) => h('li', {
      role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false', class: 'min-h-11 cursor-pointer px-3 py-2.5 text-sm hover:bg-leaf-100 aria-selected:bg-leaf-100 dark:hover:bg-gray-600 dark:aria-selected:bg-gray-600',
      mousedown: (event) => { event.preventDefault(); pick(place); },
    }, label(place))));
    if (found.length === 0) list.replaceChildren(h('li', { class: 'quiet px-3 py-2.5' }, t('places.none')));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(t('places.found', { count: found.length }));
  }, 200);

  input.addEventListener('input', search);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || found.length === 0) return;
    if (event.key === 'ArrowDown') mark(active + 1);
    else if (event.key === 'ArrowUp') mark(active - 1);
    else if (event.key === 'Enter' && active >= 0) pick(found[active]!);
    else if (event.key === 'Escape') return close();
    else return;
    event.preventDefault();
  });
}
