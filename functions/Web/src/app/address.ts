import { h } from './dom';
import { keysAfter, t } from './text';

export interface Address { name?: string | null; line1: string; line2?: string | null; city: string; state: string; postalCode: string; country: string; phone?: string | null }

interface Part { id: string; name: keyof Address; label: string; wide?: boolean; needed?: boolean; attributes?: Record<string, string | number> }

const parts: Part[] = [
  { id: 'name', name: 'name', label: 'summary.name', wide: true, needed: true, attributes: { autocomplete: 'name', maxlength: 100 } },
  { id: 'phone', name: 'phone', label: 'account.phone', needed: true, attributes: { type: 'tel', autocomplete: 'tel', maxlength: 20 } },
  { id: 'pin', name: 'postalCode', label: 'summary.pin', needed: true, attributes: { inputmode: 'numeric', maxlength: 6, autocomplete: 'postal-code' } },
  { id: 'line1', name: 'line1', label: 'summary.line1', wide: true, needed: true, attributes: { autocomplete: 'address-line1', maxlength: 200 } },
  { id: 'line2', name: 'line2', label: 'summary.line2', wide: true, attributes: { autocomplete: 'address-line2', maxlength: 200 } },
  { id: 'city', name: 'city', label: 'summary.city', needed: true, attributes: { autocomplete: 'address-level2', maxlength: 100 } },
];

const pointers = (objects: string[], name: string): string => objects.map((object) => `${object}/${name}`).join(' ');

/**
 * The fields of a postal address.
 * @param id What the ids of the fields begin with.
 * @param objects Where the address stands in the bodies that it is sent in: `/address`, `/billingAddress`.
 */
export function addressFields(id: string, objects: string[]): HTMLElement[] {
  const fields = parts.map((part) => h('div', { class: part.wide ? 'sm:col-span-2' : '' }, h('label', { class: 'label', for: `${id}-${part.id}` }, t(part.label)),
    h('input', { class: 'field', id: `${id}-${part.id}`, type: 'text', required: part.needed ?? false, 'data-pointer': pointers(objects, part.name), ...part.attributes })));
  const state = h('div', {}, h('label', { class: 'label', for: `${id}-state` }, t('summary.state')),
    h('select', { class: 'field', id: `${id}-state`, autocomplete: 'address-level1', required: true, 'data-pointer': pointers(objects, 'state') },
      h('option', { value: '' }, t('summary.choosestate')), ...keysAfter('state.').map((code) => h('option', { value: code }, t(`state.${code}`)))));
  return [...fields, state];
}

const field = (id: string, part: string): HTMLInputElement | HTMLSelectElement => document.getElementById(`${id}-${part}`) as HTMLInputElement | HTMLSelectElement;

/** What the fields hold. */
export function readAddress(id: string): Address {
  const values = Object.fromEntries(parts.map((part) => [part.name, field(id, part.id).value.trim()])) as unknown as Address;
  return { ...values, line2: values.line2 || null, state: field(id, 'state').value, country: 'IN' };
}

/** Puts an address into the fields. */
export function fillAddress(id: string, address: Address): void {
  for (const part of parts) field(id, part.id).value = address[part.name] ?? '';
  field(id, 'state').value = address.state;
}

/** An address in one line. */
export const addressLine = (address: Address | null | undefined): string => address
  ? [address.name, address.line1, address.line2, `${address.city} ${address.postalCode}`, address.state && t(`state.${address.state}`), address.phone].filter(Boolean).join(', ') : '–';
