import { defaultAgreement } from '@sameteam/agreement';
import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captured, event, leadEvent } from '../../test/support/events.ts';
import { randomDeliveries } from '../../test/support/random-log.ts';
import { EventBatchBuilder } from '../batch/event-batch-builder.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import { columnKind, factSchema } from '../facts/schema/fact-schema.ts';
import { foldLeads } from './fold-leads.ts';
import { foldedTables } from './folded-tables.ts';
import { hasCampaignNames } from './has-campaign-names.ts';
import { MemoryLog } from './log.ts';
import { quickLeads } from './quick-leads.ts';
import type { FactTable } from './reduce/fact-table.ts';
import { visibleLog } from './visible-log.ts';

const quickColumns = Object.keys(factSchema.leads).filter(
  (column) =>
    /^at_(captured|mql|handed_off|sal|sql|opportunity|won)$/.test(column) ||
    /^(owner|readiness)_at_/.test(column) ||
    ['implied', 'impossible', 'channel', 'medium', 'campaign', 'landing_page', 'motion', 'product'].includes(column),
);

function tablesOf(deliveries: readonly (readonly LeadEvent[])[], asOfMs: number) {
  const log = new MemoryLog();
  const known = new Set<string>();
  const imports = deliveries.map((events, number) => {
    const builder = new EventBatchBuilder();
    for (const one of events) {
      const identity = `${one.source}\0${one.id}`;
      if (known.has(identity)) continue;
      known.add(identity);
      builder.add(0, one);
    }
    const batch = unpackEvents(builder.take({ firstGroup: 0, groupCount: 1 }));
    for (let index = 0; index < batch.count; index++) log.append(batch, index, number);
    return { id: `i${number}`, recordedMs: number, undoneMs: null };
  });
  const visible = visibleLog(log, imports, { asOfMs, knownAtMs: null, version: null });
  const dayOf = (timeMs: number) => Math.floor(timeMs / 86_400_000);
  const judging = { agreement: defaultAgreement, history: null, holidays: null };
  let folds = 0;
  const fold = () => {
    folds += 1;
    return foldedTables(visible, judging, { asOfMs, dayOf })('leads');
  };
  const quick = quickLeads({
    facts: foldLeads(visible),
    subjects: log.subjects,
    values: log.values,
    isRuled: false,
    hasCampaignNames: () => hasCampaignNames(visible),
    dayOf,
    folded: fold,
  });
  return { quick, folded: fold, folds: () => folds };
}

/** By lead, what the columns say. */
function rowsOf(table: FactTable, columns: readonly string[]): ReadonlyMap<string | null, unknown> {
  const leads = table.codes('lead');
  const cellAt = (column: string, row: number): string | number | null => {
    if (columnKind('leads', column) !== 'term' && columnKind('leads', column) !== 'subject')
      return table.numbers(column)[row] as number;
    const { codes, dictionary } = table.codes(column);
    return dictionary.text(codes[row] as number);
  };
  return new Map(
    Array.from({ length: table.count }, (_, row) => [
      leads.dictionary.text(leads.codes[row] as number),
      Object.fromEntries(columns.map((column) => [column, cellAt(column, row)])),
    ]),
  );
}

describe('quickLeads', () => {
  it('gives the columns that stories give, of any history', { timeout: 120_000 }, () => {
    const asOf = fc.constantFrom(Number.POSITIVE_INFINITY, Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 10));
    fc.assert(
      fc.property(randomDeliveries({ minLength: 1, maxLength: 3 }), asOf, (deliveries, asOfMs) => {
        const { quick, folded } = tablesOf(deliveries, asOfMs);
        expect(rowsOf(quick, quickColumns)).toEqual(rowsOf(folded(), quickColumns));
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('links a lead by a role of its contact in a deal', () => {
    const { quick, folded } = tablesOf(
      [
        [
          captured('ann', '2026-01-01'),
          event('opportunity.opened', 'opportunity/o', '2026-01-04'),
          event('opportunity.contact_changed', 'opportunity/o', '2026-01-05', {
            contact: 'contact/1',
            lead: 'lead/ann',
            role: 'buyer',
          }),
        ],
      ],
      Number.POSITIVE_INFINITY,
    );
    expect(rowsOf(quick, quickColumns)).toEqual(rowsOf(folded(), quickColumns));
    expect(rowsOf(quick, ['at_opportunity']).get('lead/ann')).toEqual({ at_opportunity: Date.UTC(2026, 0, 4) });
  });

  it('folds no story for its own columns, and all of them once for others, in the order of its rows', () => {
    const { quick, folds } = tablesOf(
      [
        [
          captured('ann', '2026-01-01', 'email'),
          captured('ben', '2026-01-02', 'paid'),
          leadEvent('attempted', 'ben', '2026-01-03', {
            channel: 'call',
            direction: 'outbound',
            automated: false,
            connected: false,
          }),
          event('opportunity.opened', 'opportunity/o', '2026-01-04', { leads: ['lead/ann'] }),
        ],
      ],
      Number.POSITIVE_INFINITY,
    );
    rowsOf(quick, quickColumns);
    quick.days('at_captured');
    quick.excluded();
    expect(folds()).toBe(0);
    const rows = rowsOf(quick, ['lead', 'channel', 'attempts', 'state', 'at_attempted']);
    expect(rows.get('lead/ben')).toEqual({
      lead: 'lead/ben',
      channel: 'paid',
      attempts: 1,
      state: 'inquiry',
      at_attempted: Date.UTC(2026, 0, 3),
    });
    expect(rows.get('lead/ann')).toMatchObject({ channel: 'email', attempts: 0, at_attempted: Number.NaN });
  });
});
