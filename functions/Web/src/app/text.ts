// Texts come from a language pack. English is part of the script, so that nobody ever sees a key; another language is fetched. Numbers and dates follow the language.
import english from '../packs/en.json';

export type Language = 'en' | 'hi';

const fallback: Record<string, string> = english;
let pack = fallback;
let isMissing = false;

const chosen = (): Language => (localStorage.getItem('language') === 'hi' ? 'hi' : 'en');

/** The language that the page is in: the chosen one, English where its pack did not come. */
export const language = (): Language => (isMissing ? 'en' : chosen());

/** Loads the chosen language and puts its texts into the page. False where its pack did not come: the page is English then. */
export async function loadTexts(): Promise<boolean> {
  if (chosen() !== 'en') {
    try {
      const response = await fetch(`/assets/${chosen()}.json`);
      isMissing = !response.ok;
      if (response.ok) pack = { ...fallback, ...((await response.json()) as Record<string, string>) };
    } catch {
      isMissing = true;
    }
  }
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    for (const attribute of [...element.attributes]) {
      if (attribute.name === 'data-t') element.textContent = t(attribute.value);
      else if (attribute.name.startsWith('data-t-')) element.setAttribute(attribute.name.slice('data-t-'.length), t(attribute.value));
    }
  document.title = `${t(`page.${document.body.dataset['page']}`)} · Kundli`;
  return !isMissing;
}

/** What the keys of the packs go on with after a beginning, in the order of their texts: the codes of the states. */
export const keysAfter = (beginning: string): string[] => Object.keys(fallback).filter((key) => key.startsWith(beginning)).map((key) => key.slice(beginning.length))
  .sort((one, two) => t(beginning + one).localeCompare(t(beginning + two), language()));

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
  return value ? new Intl.NumberFormat(locale(), { style: 'currency', currency: value.currency }).format(value.amount / 100).replace('-', '−') : '';
}

export const number = (value: number, digits: number): string => new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

export const percent = (share: number): string => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** The name of a country in the page's language. */
export const country = (code: string): string => new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code;

export const degrees = (value: number): string => {
  const whole = Math.floor(value);
  return `${whole}°${String(Math.floor((value - whole) * 60)).padStart(2, '0')}′`;
};

// A date without a time is the same day everywhere; read as an instant it would be the day before west of Greenwich.
const isDateOnly = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

export function day(instant: string | null | undefined, timeZone?: string): string {
  if (!instant) return '';
  const zone = isDateOnly(instant) ? 'UTC' : timeZone;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', ...(zone ? { timeZone: zone } : {}) }).format(new Date(instant));
}

export function moment(instant: string | null | undefined, timeZone?: string): string {
  return instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(instant)) : '';
}

export function clock(instant: string | null | undefined, timeZone?: string): string {
  return instant ? new Intl.DateTimeFormat(locale(), { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(instant)) : '–';
}
