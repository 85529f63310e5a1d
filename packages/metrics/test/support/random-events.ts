import { type StageId, stages } from '@sameteam/model';
import fc from 'fast-check';
import { randomDeal as deal, randomLead as lead, randomTime as time } from './random-subjects.ts';

const dayMs = 86_400_000;
const word = fc.constantFrom('email', 'Email', 'unknown', 'paid', 'ünknown', '😀', 'ﾮ');
const maybeWord = fc.option(word, { nil: null, freq: 5 });
const readiness = fc.constantFrom('hot', 'warm', 'raw');

const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 20 }).map((days) => days * dayMs),
  fc.integer({ min: 0, max: 30 * dayMs }),
  { arbitrary: fc.integer({ min: -5, max: -1 }).map((days) => days * dayMs), weight: 1 },
);

/** What an event says, without its identity. */
export interface RandomEvent {
  readonly type: string;
  readonly subject: string;
  readonly timeMs: number;
  readonly data: object;
}

const money = fc.record({
  amountMinor: fc.integer({ min: -1000, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
});
const source = fc.record(
  { channel: maybeWord, medium: maybeWord, campaign: maybeWord, motion: fc.constantFrom('inbound', 'outbound', null) },
  { requiredKeys: [] },
);
const capture = fc.record({ source, product: maybeWord }, { requiredKeys: [] });
const dealFacts = fc.record(
  {
    leads: fc.array(lead, { minLength: 1, maxLength: 3 }),
    amount: fc.option(money, { nil: null, freq: 8 }),
    owner: maybeWord,
  },
  { requiredKeys: [] },
);

/** A lead that passes through the stages in about their order: some skipped, some at once, some backwards. */
export const randomJourney: fc.Arbitrary<readonly RandomEvent[]> = fc
  .record({
    lead,
    deal,
    start: time,
    gaps: fc.array(gap, { minLength: 6, maxLength: 6 }),
    /** How far it comes, and which stages nobody recorded. */
    reach: fc.nat({ max: 6 }),
    skipped: fc.array(
      fc.nat({ max: 3 }).map((n) => n === 0),
      { minLength: 7, maxLength: 7 },
    ),
    capture,
    readiness,
    owner: maybeWord,
    amount: fc.option(money, { nil: undefined }),
  })
  .map((of) => {
    let at = of.start;
    const eventsOf = (stage: StageId, index: number): readonly RandomEvent[] => {
      if (index > of.reach) return [];
      if (index > 0) at = Math.max(0, at + (of.gaps[index - 1] as number));
      if (of.skipped[index] === true && index !== of.reach) return [];
      const own = (type: string, data: object = {}) => [{ type, subject: of.lead, timeMs: at, data }];
      const ofDeal = (type: string) => [
        {
          type,
          subject: of.deal,
          timeMs: at,
          data: { leads: [of.lead], ...(of.amount === undefined ? {} : { amount: of.amount }) },
        },
      ];
      switch (stage) {
        case 'captured':
          return own('lead.captured', of.capture);
        case 'mql':
          return own('lead.qualified', { readiness: of.readiness });
        case 'handed_off':
          return [
            ...own('lead.handed_off', { from: 'marketing', to: 'sales' }),
            ...own('lead.assigned', { to: of.owner }),
          ];
        case 'sal':
          return own('lead.accepted');
        case 'sql':
          return own('lead.sales_qualified');
        case 'opportunity':
          return ofDeal('opportunity.opened');
        case 'won':
          return ofDeal('opportunity.won');
      }
    };
    return stages.flatMap(eventsOf);
  });

function loose(type: string, subject: fc.Arbitrary<string>, data: fc.Arbitrary<object>): fc.Arbitrary<RandomEvent> {
  return fc.record({ type: fc.constant(type), subject, timeMs: time, data });
}

/** A single event, wherever it falls. */
export const randomEvent: fc.Arbitrary<RandomEvent> = fc.oneof(
  loose('lead.captured', lead, capture),
  loose('lead.updated', lead, capture),
  loose('lead.qualified', lead, fc.record({ readiness: fc.option(readiness, { nil: null }) }, { requiredKeys: [] })),
  loose('lead.assigned', lead, fc.record({ to: maybeWord })),
  loose('lead.accepted', lead, fc.constant({})),
  loose('lead.rejected', lead, fc.constant({ reason: 'not_ready' })),
  loose(
    'lead.stage_reset',
    lead,
    fc.record({ to: fc.constantFrom(...stages), kind: fc.constantFrom('correction', 'correction', 'regression') }),
  ),
  loose(
    'lead.converted',
    lead,
    deal.map((opportunity) => ({ opportunity })),
  ),
  loose('opportunity.opened', deal, dealFacts),
  loose('opportunity.changed', deal, dealFacts),
  loose('opportunity.won', deal, dealFacts),
  loose('opportunity.lost', deal, fc.constant({ reason: 'price' })),
  loose('opportunity.reopened', deal, fc.constant({})),
  loose(
    'record.linked',
    lead,
    lead.map((other) => ({ with: other })),
  ),
  loose(
    'record.unlinked',
    lead,
    lead.map((other) => ({ with: other })),
  ),
  loose(
    'record.linked',
    deal,
    deal.map((other) => ({ with: other })),
  ),
  loose(
    'record.linked',
    lead,
    deal.map((other) => ({ with: other })),
  ),
);

/** A lead whose personal data is removed. */
export const randomErasure: fc.Arbitrary<RandomEvent> = loose(
  'record.erased',
  lead,
  fc.constant({ ground: 'gdpr_17_1_b' }),
);
