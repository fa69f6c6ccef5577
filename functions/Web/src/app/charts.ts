import { call, query } from './api';
import type { Section } from './reading';
import type { Local, Money } from './text';

export interface Lagna { sign: string; signDegrees: number; nakshatra: string; pada: number }
export interface GrahaPlace { graha: string; sign: string; signDegrees: number; nakshatra: string; pada: number; house?: number; retrograde: boolean; combust?: boolean; dignity?: string }
export interface Period { lord: string; start: string; end: string; periods?: Period[] }
export interface Fact { present: boolean; reasons: string[] }
export interface Strengths { shadbala?: Record<string, { rupas: number; required: number; ratio: number }>; ashtakavarga?: { bhinna: Record<string, number[]>; sarva: number[] } | null }
export interface Chart {
  birth?: { date: string; time: string | null; latitude: number; longitude: number; place?: string; timeZone: string; instant?: string };
  lagna?: Lagna; birthStar?: { nakshatra: string; pada: number; syllable: string; syllableLatin: string; certain: boolean; candidates?: { nakshatra: string }[] };
  grahas: GrahaPlace[]; dasha?: { periods: Period[] };
  doshas?: {
    manglik?: { present: boolean; cancelled: boolean; reasons: string[]; exceptions: string[] } | null; kaalSarp?: { present: boolean; type?: string | null } | null;
    sadeSati?: { active: boolean; periods?: { phase: string; start: string; end: string }[] } | null; gandmool?: { present: boolean; nakshatra: string } | null; pitra?: Fact | null; guruChandal?: Fact | null; grahan?: Fact | null;
  };
  yogas?: { id: string; name: string; source: string }[];
}
export interface Plant {
  role: string; subject: string; slug: string; scientificName: string; names: Local; reason: { text: Local }; warning?: Local | null; notSoldBecause?: Local | null;
  products: { sku: string; slug: string; title: string; titleHindi?: string | null; price: Money; available: boolean }[];
}
export interface BirthRequest { name?: string; birth: Record<string, unknown>; settings?: Record<string, unknown> }

export const preview = (body: BirthRequest): Promise<Chart> => call('charts/preview', { body });
export const strengths = (body: BirthRequest): Promise<Strengths> => call('charts/preview/strengths', { body });
export const dashas = (body: BirthRequest, depth: number, from: string, to: string): Promise<{ dasha: { periods: Period[] } }> => call(`charts/preview/dashas${query({ depth, from, to })}`, { body });
export const drawing = (body: BirthRequest, query: string): Promise<string> => call(`charts/preview/drawing?${query}`, { body });
export const remedies = (body: BirthRequest, withChildrenOrPets: boolean): Promise<{ plants: Plant[] }> => call(`charts/preview/remedies?withChildrenOrPets=${withChildrenOrPets}`, { body });
export const reading = (body: BirthRequest & Record<string, unknown>): Promise<{ sections: Section[]; disclaimer: string }> => call('readings/preview', { body });
