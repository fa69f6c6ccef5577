// Texts come from a language pack; the page's own words are its English. Numbers and dates follow the language.
export type Language = 'en' | 'hi';

let pack: Record<string, string> = {};

export const language = (): Language => (localStorage.getItem('language') === 'hi' ? 'hi' : 'en');

export async function loadTexts(): Promise<void> {
  const response = await fetch(`/assets/${language()}.json`);
  pack = response.ok ? await response.json() : {};
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    for (const attribute of [...element.attributes]) {
      if (attribute.name === 'data-t') element.textContent = t(attribute.value);
      else if (attribute.name.startsWith('data-t-')) element.setAttribute(attribute.name.slice('data-t-'.length), t(attribute.value));
    }
  document.title = `${t(`page.${document.body.dataset['page']}`)} · Kundli`;
}

export function t(key: string, values: Record<string, string | number> = {}): string {
  return (pack[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export interface Local { en: string; hi?: string | null }

/** A text that the API gives in both languages, in the page's; English where there is no Hindi. */
export const local = (text: Local | null | undefined): string => (language() === 'hi' ? text?.hi : null) ?? text?.en ?? '';

/** A name of the field (a graha, a sign, a state) in the page's language, or as the API wrote it, spaced. */
export function term(name: string | null | undefined): string {
  if (!name) return '';
  return pack[`term.${name}`] ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^./, (first) => first.toUpperCase());
}

const locale = (): string => (language() === 'hi' ? 'hi-IN' : 'en-IN');

export interface Money { amount: number; currency: string }

/** Writes an amount; it computes none. */
export function money(value: Money | null | undefined): string {
  return value ? new Intl.NumberFormat(locale(), { style: 'currency', currency: value.currency }).format(value.amount / 100) : '';
}

export const percent = (share: number): string => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

export const degrees = (value: number): string => {
  const whole = Math.floor(value);
  return `${whole}°${String(Math.floor((value - whole) * 60)).padStart(2, '0')}′`;
};

export function day(instant: string | null | undefined): string {
  return instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(instant)) : '';
}

export function moment(instant: string | null | undefined, timeZone?: string): string {
  return instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(instant)) : '';
}

export function clock(instant: string | null | undefined, timeZone?: string): string {
  return instant ? new Intl.DateTimeFormat(locale(), { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(instant)) : '–';
}
