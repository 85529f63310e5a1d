import type { ConditionContext } from '@sameteam/agreement';

const dayMs = 86_400_000;

/** When the conditions of the bench are asked. */
export const nowMs = Date.UTC(2026, 9, 1);

const lists = { named: new Set(Array.from({ length: 500 }, (_, n) => `company${n * 3}.example`)) };

/** What is known of so many leads, as a fold of their events would have it: every second fact of each kind is missing somewhere. */
export function leadContexts(leads: number): readonly ConditionContext[] {
  const random = generator(1);
  const one = <T>(...of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: leads }, () => ({
    fields: {
      'source.channel': one('partner', 'email', 'event', 'web', null),
      'source.motion': one('inbound', 'outbound'),
      'lead.product': one('crm', 'erp', null),
      'contact.role': one('vp', 'c_level', 'manager', 'clerk', null),
      'company.domain': `company${Math.floor(random() * 3000)}.example`,
      'company.country': one('DE', 'AT', 'FR', 'US', null),
      ...(random() < 0.8 && { 'company.employees': Math.floor(random() * 6000) }),
      ...(random() < 0.5 && { 'company.industry': one('steel', 'banking', 'retail') }),
    },
    lists,
    grade: one('A', 'B', 'C', 'D', null),
    readiness: one('hot', 'warm', 'raw'),
    segment: one('partner', null),
    engagementPoints: Math.floor(random() * 80_000) / 1000,
    engagements: Array.from({ length: Math.floor(random() * 8) }, () => ({
      activity: one('webinar', 'visit', 'demo_request'),
      timeMs: nowMs - Math.floor(random() * 90 * dayMs),
    })),
    answers: random() < 0.6 ? { timeline: one('under_3_months', 'within_a_year', 'later') } : {},
    consents: one(
      [],
      [{ purpose: 'newsletter', channel: 'email', status: 'granted' } as const],
      [{ purpose: 'newsletter', channel: null, status: 'withdrawn' } as const],
    ),
    companyStates: one([], ['customer'], ['open_deal']),
    lastEventMs: random() < 0.7 ? { 'lead.engaged': nowMs - Math.floor(random() * 60 * dayMs) } : {},
    meetings: one([], ['completed'], ['no_show']),
    nowMs,
  }));
}

/** Mulberry32: the same numbers in each run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
