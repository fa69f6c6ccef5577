import { call, get } from './api';

/** A consent with the notice that asks for it, in the words and the version of the API. */
export interface Consent { purpose: string; granted: boolean; notice: { version: string; text: Record<'en' | 'hi', string> } }

export const readConsents = async (): Promise<Consent[]> => (await get<{ consents: Consent[] }>('me/consents')).consents;

/** Gives or withdraws one, to the notice that was shown. */
export const decide = ({ purpose, notice }: Consent, granted: boolean): Promise<void> => call('me/consents', { method: 'PUT', body: { consents: [{ purpose, granted, noticeVersion: notice.version }] } });
