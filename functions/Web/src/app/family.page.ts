import { birthFields, type Birth } from './birth';
import { call, get } from './api';
import { byId, fill, h } from './dom';
import { action, choiceOf, confirmed, field, form, tick, type Values } from './forms';
import { forMembers } from './member';
import { start } from './page';
import { day, t } from './text';

interface Profile { id: string; name: string; relation: string; birth?: Birth | null; isMinor: boolean; withheld: string[] }

const relations = ['self', 'spouse', 'child', 'parent', 'sibling', 'grandparent', 'other'];

void start(() => forMembers(byId('family'), t('account.wait'), show));

async function show(): Promise<void> {
  const { items } = await get<{ items: Profile[] }>('profiles?limit=100');
  fill(byId('family'), items.length === 0 ? h('p', { class: 'card quiet' }, t('account.nofamily')) : h('ul', { class: 'space-y-4' }, ...items.map(card)),
    h('section', { class: 'card mt-6' }, person(null)));
}

function card(profile: Profile): HTMLElement {
  const { birth } = profile;
  const edit = h('div', { class: 'mt-3' });
  return h('li', { class: 'card', 'data-profile': profile.id },
    h('div', { class: 'flex flex-wrap items-center justify-between gap-3' }, h('p', { class: 'font-semibold' }, profile.name, ' ', h('span', { class: 'badge' }, t(`relation.${profile.relation}`)), profile.isMinor && h('span', { class: 'badge ml-2' }, t('family.minor'))),
      h('div', { class: 'flex flex-wrap gap-2' }, action(t('family.edit'), async () => fill(edit, person(profile)), 'button-quiet', t('family.editname', { name: profile.name })),
        confirmed(t('cart.removecode'), t('family.removewhy'), t('family.remove', { name: profile.name }), async () => { await call(`profiles/${profile.id}`, { method: 'DELETE' }); await show(); }))),
    birth && h('p', { class: 'quiet mt-1' }, [day(birth.date), birth.time ?? t('chart.unknown'), birth.place].filter(Boolean).join(' · ')),
    profile.withheld.length > 0 && h('p', { class: 'quiet mt-1' }, t('family.withheld', { what: profile.withheld.map((name) => t(`withheld.${name}`)).join(', ') })), edit);
}

/** One person, new or known. The declarations of the law are asked for here and never ticked beforehand. */
function person(known: Profile | null): HTMLFormElement {
  const id = known ? `p-${known.id}` : 'p';
  const birth = birthFields(id, known?.birth ?? null);
  // A birth that is kept stays as it is unless another one is to take its place: that needs the declarations anew.
  const withBirth = tick(`${id}-with`, known?.birth ? t('family.otherbirth') : t('family.withbirth'), { checked: known === null });
  const parts = h('div', { class: 'grid gap-4 sm:grid-cols-2' }, ...birth.elements,
    h('div', { class: 'sm:col-span-2' }, tick(`${id}-may`, t('family.may'), { 'data-pointer': '/declarations/mayEnter' }), tick(`${id}-parent`, t('family.parent'), { 'data-pointer': '/declarations/isParent' })));
  const box = withBirth.querySelector('input')!;
  const toggle = (): void => void (parts.hidden = !box.checked);
  box.addEventListener('change', toggle);
  toggle();
  const isTicked = (name: string): boolean => parts.querySelector<HTMLInputElement>(`#${CSS.escape(`${id}-${name}`)}`)!.checked;
  return form(known ? null : t('family.add'), [
    field(`${id}-name`, t('summary.name'), 'text', { name: 'name', 'data-pointer': '/name', maxlength: 100, autocomplete: 'off', value: known?.name ?? '' }),
    relation(id, known), withBirth, parts,
  ], known ? t('family.save') : t('family.add'), async (values: Values) => {
    const body = {
      name: values['name'], relation: values['relation'],
      ...(box.checked ? { birth: birth.read(), declarations: { mayEnter: isTicked('may'), isParent: isTicked('parent') } } : {}),
    };
    await (known ? call(`profiles/${known.id}`, { method: 'PATCH', body }) : call('profiles', { body, key: crypto.randomUUID() }));
    await show();
  });
}

function relation(id: string, known: Profile | null): HTMLElement {
  const choice = choiceOf(`${id}-relation`, t('family.relation'), relations.map((name) => [name, t(`relation.${name}`)]), { name: 'relation', 'data-pointer': '/relation' });
  choice.querySelector('select')!.value = known?.relation ?? 'other';
  return choice;
}
