import { h } from './dom';
import { placePicker, rememberedPlace, type Place } from './places';
import { t } from './text';

/** A birth as the API takes and gives it. */
export interface Birth { date: string; time: string | null; timeAccuracy: string; latitude: number; longitude: number; timeZone?: string | null; place?: string | null }

/** The fields of a birth: day, time or that nobody knows it, place. */
export function birthFields(id: string, known: Birth | null = null): { elements: HTMLElement[]; read: () => Birth } {
  let place: Place = known ? { name: known.place ?? '', country: '', latitude: known.latitude, longitude: known.longitude, timeZone: known.timeZone ?? '' } : rememberedPlace();
  const date = h('input', { class: 'field', id: `${id}-date`, type: 'date', min: '1800-01-01', max: '2199-12-31', required: true, value: known?.date, 'data-pointer': '/birth/date' });
  const isUnknown = known?.timeAccuracy === 'unknown';
  const time = h('input', { class: 'field', id: `${id}-time`, type: 'time', step: 1, value: known?.time?.slice(0, 8), disabled: isUnknown, 'data-pointer': '/birth/time' });
  const unknown = h('input', { type: 'checkbox', class: 'rounded-sm', id: `${id}-unknown`, checked: isUnknown, change: () => { time.disabled = unknown.checked; } });
  const where = h('input', { class: 'field', id: `${id}-place`, type: 'text', value: place.name, 'data-pointer': '/birth' });
  const holder = h('div', { class: 'sm:col-span-2' }, h('label', { class: 'label', for: where.id }, t('chart.place')), where);
  placePicker(where, (chosen) => (place = chosen));
  return {
    elements: [
      h('div', {}, h('label', { class: 'label', for: date.id }, t('chart.date')), date),
      h('div', {}, h('label', { class: 'label', for: time.id }, t('chart.time')), time, h('label', { class: 'mt-2 flex min-h-11 items-center gap-2 text-sm' }, unknown, t('chart.unknown'))),
      holder,
    ],
    read: () => ({
      date: date.value, time: unknown.checked ? null : time.value.length === 5 ? `${time.value}:00` : time.value || null, timeAccuracy: unknown.checked ? 'unknown' : 'exact',
      latitude: place.latitude, longitude: place.longitude, ...(place.timeZone ? { timeZone: place.timeZone } : {}), place: place.name,
    }),
  };
}
