import { metricIds } from '@sameteam/metrics';
import { dimensionIds, type LeadEvent, stages, validateEvent } from '@sameteam/model';
import fc from 'fast-check';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 0, 20);
/** Berlin changes its clocks on 29 March 2026. */
const spanDays = 120;

const lead = fc.integer({ min: 0, max: 11 }).map((n) => `lead/${['a', 'ä', '😀', 'ﾮ'][n % 4]}${n}`);
const opportunity = fc.integer({ min: 0, max: 5 }).map((n) => `opportunity/o${n}`);
const text = fc.constantFrom('email', 'Email', 'unknown', 'paid', 'ünknown', '😀', 'ﾮ', '');
const maybeText = fc.option(fc.constantFrom('email', 'Email', 'unknown', 'paid', 'ünknown', '😀', 'ﾮ'), { nil: null });
/** Few distinct times, so that events share them. */
const timeMs = fc.oneof(
  fc.integer({ min: 0, max: spanDays }).map((day) => startMs + day * dayMs),
  fc.integer({ min: 0, max: spanDays * 24 }).map((hour) => startMs + hour * 3_600_000),
  fc.integer({ min: 0, max: spanDays * dayMs }).map((ms) => startMs + ms),
);
const leads = fc.option(fc.array(lead, { minLength: 1, maxLength: 3 }), { nil: undefined });
const amount = fc.option(
  fc.record({ amountMinor: fc.integer({ min: 0, max: 1_000_000 }), currency: fc.constantFrom('EUR', 'EUR', 'USD') }),
  { nil: undefined },
);
const source = fc.record(
  { channel: maybeText, medium: maybeText, campaign: maybeText, motion: fc.constantFrom('inbound', 'outbound', null) },
  { requiredKeys: [] },
);

const kinds: readonly fc.Arbitrary<{ readonly type: string; readonly subject: string; readonly data: object }>[] = [
  of('lead.captured', lead, fc.record({ source, product: maybeText }, { requiredKeys: [] })),
  of('lead.captured', lead, fc.record({ source, product: maybeText }, { requiredKeys: [] })),
  of('lead.updated', lead, fc.record({ source, product: maybeText }, { requiredKeys: [] })),
  of('lead.qualified', lead, fc.record({ readiness: fc.constantFrom('hot', 'warm', 'raw') }, { requiredKeys: [] })),
  of('lead.handed_off', lead, fc.constant({ from: 'marketing', to: 'sales' })),
  of('lead.assigned', lead, fc.record({ to: maybeText })),
  of(
    'lead.attempted',
    lead,
    fc.constant({ channel: 'call', direction: 'outbound', automated: false, connected: true }),
  ),
  of('lead.accepted', lead, fc.constant({})),
  of('lead.sales_qualified', lead, fc.constant({})),
  of('lead.rejected', lead, fc.constant({ reason: 'not_ready' })),
  of(
    'lead.stage_reset',
    lead,
    fc.record({ to: fc.constantFrom(...stages), kind: fc.constantFrom('correction', 'regression') }),
  ),
  of(
    'lead.converted',
    lead,
    opportunity.map((id) => ({ opportunity: id })),
  ),
  of(
    'opportunity.opened',
    opportunity,
    defined({ leads, amount, owner: fc.option(text.filter(Boolean), { nil: undefined }) }),
  ),
  of(
    'opportunity.changed',
    opportunity,
    defined({ leads, amount, owner: fc.option(text.filter(Boolean), { nil: null }) }),
  ),
  of('opportunity.won', opportunity, defined({ leads, amount })),
  of('opportunity.won', opportunity, defined({ leads, amount })),
  of('opportunity.lost', opportunity, fc.constant({ reason: 'price' })),
  of('opportunity.reopened', opportunity, fc.constant({})),
  of(
    'record.linked',
    lead,
    lead.map((other) => ({ with: other })),
  ),
  of(
    'record.unlinked',
    lead,
    lead.map((other) => ({ with: other })),
  ),
];

function of(type: string, subject: fc.Arbitrary<string>, data: fc.Arbitrary<object>) {
  return fc.record({ type: fc.constant(type), subject, data });
}

/** A record without the fields that came out undefined. */
function defined(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc
    .record(fields)
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}

/** One delivery of a log: imports with their events, and which of them are undone. */
export interface RandomLog {
  readonly imports: readonly { readonly events: readonly LeadEvent[]; readonly undone: boolean }[];
}

/** Logs of some leads in a few imports, with ties, repeats, impossible orders, retractions and merges. */
export const randomLog: fc.Arbitrary<RandomLog> = fc
  .array(
    fc.record({
      undone: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
      events: fc.array(
        fc.record({ event: fc.oneof(...kinds), at: timeMs, retracts: fc.integer({ min: 0, max: 40 }) }),
        { maxLength: 40 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((imports) => {
    let next = 0;
    return {
      imports: imports.map(({ events, undone }) => ({
        undone,
        events: events.map(({ event, at, retracts }): LeadEvent => {
          next += 1;
          const isRetraction = retracts === 0 && next > 1;
          const result = validateEvent({
            specversion: '1.0',
            id: `e${next}`,
            source: next % 3 === 0 ? 'crm' : 'csv',
            time: new Date(at).toISOString(),
            ...(isRetraction
              ? {
                  type: 'event.retracted',
                  subject: event.subject,
                  data: {
                    target: { source: (next - 1) % 3 === 0 ? 'crm' : 'csv', id: `e${next - 1}` },
                    reason: 'wrong',
                  },
                }
              : event),
          });
          if (!result.success) throw new Error(JSON.stringify(result.issues));
          return result.event;
        }),
      })),
    };
  });

const filter = fc.record({
  dimension: fc.constantFrom('source.channel', 'source.motion', 'owner', 'readiness', 'current.owner', 'segment'),
  values: fc.array(fc.oneof(maybeText, fc.constantFrom('hot', 'warm', 'partner', 'inbound')), {
    minLength: 1,
    maxLength: 3,
  }),
  negate: fc.boolean(),
});

const isoDay = fc
  .integer({ min: -5, max: spanDays + 5 })
  .map((day) => new Date(startMs + day * dayMs).toISOString().slice(0, 10));
const grains = ['day', 'week', 'month', 'quarter', 'year'];
const plain = dimensionIds.filter((id) => !grains.includes(id));

/** Requests for reports: some metrics, dimensions, filters, a period, an anchor, as-of and known-at. */
export const randomRequest = fc
  .record({
    metrics: fc.uniqueArray(fc.constantFrom(...metricIds), { minLength: 1, maxLength: 6 }),
    by: fc.uniqueArray(fc.constantFrom(...plain), { maxLength: 2 }),
    grain: fc.option(fc.constantFrom('week', 'month', 'quarter', 'year'), { nil: undefined }),
    filters: fc.array(filter, { maxLength: 2 }),
    period: fc.option(fc.tuple(isoDay, isoDay), { nil: undefined }),
    anchor: fc.option(fc.constantFrom(...stages), { nil: undefined }),
    asOfMs: fc.option(timeMs, { nil: undefined }),
    knownAtImport: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  })
  .map(({ filters, period, asOfMs, ...rest }) => ({
    ...rest,
    filters: filters.map(({ dimension, values, negate }) =>
      negate ? { dimension, notIn: values } : { dimension, in: values },
    ),
    from: period === undefined ? undefined : period[0] < period[1] ? period[0] : period[1],
    to: period === undefined ? undefined : period[0] < period[1] ? period[1] : period[0],
    asOf: asOfMs === undefined ? undefined : new Date(asOfMs).toISOString(),
  }));
