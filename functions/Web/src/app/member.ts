import { signedIn } from './api';
import { fill, h } from './dom';
import { waiting } from './page';
import { signInForms } from './signin';

/** Pages of members begin with the ways in, and go on where the visitor wanted to be. */
export async function forMembers(target: HTMLElement, wait: string, show: () => Promise<void>): Promise<void> {
  const enter = async (): Promise<void> => waiting(target, wait, show);
  if (signedIn()) await enter();
  // The session may have ended while it was asked for.
  if (!signedIn()) fill(target, h('div', {}, signInForms(enter)));
}
