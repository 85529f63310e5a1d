import type { Attribution } from '@sameteam/stats';
import { foldedStep, missingStep } from './attribution-paths.ts';

/** What one channel is credited with by one model. */
export interface AttributionRow {
  /** `first`, `last`, `linear`, `u`, `w`, `full_path`, `time_decay` or `markov`. */
  readonly model: string;
  /**
   * `channel`; `missing` for touches that name no channel; `other` for the rarest channels together; `untouched` for
   * conversions before which no touch is known, which no channel can be credited for.
   */
  readonly kind: 'channel' | 'missing' | 'other' | 'untouched';
  /** Name of the channel; `null` for the other kinds. */
  readonly channel: string | null;
  /** Leads that converted; a fraction where several channels share one. Over all rows of a model it is all of them. */
  readonly conversions: number;
  /** Share of them, in [0, 1]; `null` where nothing converted. */
  readonly share: number | null;
  /** Amounts of deals in minor units; over all rows of a model it is exactly all of them. */
  readonly amount: number;
  /** Share of the amounts, in [0, 1]; `null` where there are none. */
  readonly amountShare: number | null;
}

const order = { channel: 0, missing: 1, other: 2, untouched: 3 } as const;

/** The rows of a model: channels by credit, most first, then what is no single channel. */
export function attributionRows(model: string, leads: Attribution, deals: Attribution): readonly AttributionRow[] {
  const conversions = leads.conversions + leads.untouched.conversions;
  const amount = deals.valueMinor + deals.untouched.valueMinor;
  const row = (
    kind: AttributionRow['kind'],
    channel: string | null,
    credit: number,
    value: number,
  ): AttributionRow => ({
    model,
    kind,
    channel,
    conversions: credit,
    share: conversions === 0 ? null : credit / conversions,
    amount: value,
    amountShare: amount === 0 ? null : value / amount,
  });
  const credits = new Map<string, { leads: number; amount: number }>();
  for (const { channel, conversions: credit } of leads.channels) credits.set(channel, { leads: credit, amount: 0 });
  for (const { channel, valueMinor } of deals.channels) {
    credits.set(channel, { leads: credits.get(channel)?.leads ?? 0, amount: valueMinor });
  }
  const rows = [...credits].map(([step, credit]) => {
    const kind = step === missingStep ? 'missing' : step === foldedStep ? 'other' : 'channel';
    return row(kind, kind === 'channel' ? step : null, credit.leads, credit.amount);
  });
  const { untouched } = leads;
  if (untouched.conversions > 0 || deals.untouched.valueMinor > 0) {
    rows.push(row('untouched', null, untouched.conversions, deals.untouched.valueMinor));
  }
  return rows.sort((a, b) => order[a.kind] - order[b.kind] || b.conversions - a.conversions || b.amount - a.amount);
}
