import { get } from './api';
import { fill, h } from './dom';
import { action } from './forms';
import { t } from './text';

/** What a sign-in at a provider leaves in this tab until it comes back. */
export interface Errand { provider: string; ticket: string; back: string; isCoded: boolean }

const kept = 'errand';
const names: Record<string, string> = { apple: 'Apple', google: 'Google', microsoft: 'Microsoft' };

export const providerName = (provider: string): string => names[provider] ?? provider;

/** A button for each provider that is offered here; nothing where there is none. */
export function providerButtons(title: string): HTMLElement {
  const place = h('section', { class: 'card', id: 'providers', hidden: true });
  void (async () => {
    try {
      const { providers } = await get<{ providers: string[] }>('auth/external');
      if (providers.length === 0) return;
      fill(place, h('h2', { class: 'h2 mb-3' }, title), h('div', { class: 'flex flex-wrap gap-2' }, ...providers.map((provider) => h('div', {}, action(t('account.with', { provider: providerName(provider) }), () => leaveFor(provider))))));
      place.hidden = false;
    } catch {
      // The other ways in stand beside it.
    }
  })();
  return place;
}

/** Sends the visitor to the provider. The ticket stays in this tab: who comes back without it began elsewhere. */
export async function leaveFor(provider: string, back = location.pathname + location.search, isCoded = false): Promise<void> {
  const { address, ticket } = await get<{ address: string; ticket: string }>(`auth/external/${provider}`);
  sessionStorage.setItem(kept, JSON.stringify({ provider, ticket, back, isCoded } satisfies Errand));
  location.assign(address);
}

/** Takes what was left, once. */
export function takeErrand(provider: string): Errand | null {
  const errand = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Errand | null;
  sessionStorage.removeItem(kept);
  return errand?.provider === provider ? errand : null;
}
