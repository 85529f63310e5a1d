import { createMemoryEngine, type Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { alike } from '../support/alike.ts';
import { assigned, captured, leadEvent, linked, qualified, retracted, stageReset, won } from '../support/events.ts';
import { randomDeliveries } from '../support/random-log.ts';
import { shuffled } from '../support/shuffled.ts';
import { type Team, teamOf } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';

const agreement = agreementWith({
  timeZone: 'Europe/Berlin',
  rates: { USD: 0.92 },
  segments: [
    { id: 'partner', when: { field: 'source.channel', is: 'paid' } },
    { id: 'named', when: { field: 'lead.product', exists: true } },
  ],
  exclusions: [{ id: 'rivals', when: { field: 'source.channel', is: 'ünknown' } }],
});

/** What is told of leads on their own: ties, updates, corrections, a retraction, impossible orders, days that the zone cuts. */
const early = qualified('bea', '2026-01-20');
const log: readonly LeadEvent[] = [
  captured('ann', '2026-01-01T23:30:00Z', 'email'),
  leadEvent(
    'captured',
    'ann',
    '2026-01-01',
    { source: { channel: 'paid', campaign: null }, product: 'seats' },
    'z-ann',
  ),
  leadEvent('captured', 'ann', '2026-01-01', { source: { channel: '😀' } }, 'a-ann'),
  qualified('ann', '2026-03-29T01:30:00Z', 'hot'),
  assigned('ann', '2026-03-29T01:30:00Z', 'sue'),
  assigned('ann', '2026-04-01', null),
  leadEvent('updated', 'ann', '2026-02-01', { source: { channel: 'ünknown', motion: 'inbound' } }),
  captured('bea', '2026-02-01', 'paid'),
  early,
  retracted(early, '2026-02-02'),
  stageReset('bea', '2026-03-01', 'captured', 'correction'),
  leadEvent('accepted', 'bea', '2026-02-20'),
  leadEvent('sales_qualified', 'cid', '2026-02-01'),
  captured('cid', '2026-02-03', 'email'),
  leadEvent('replied', 'dan', '2026-02-04', {}),
];

describe('imports of an event each', () => {
  async function onBoth(test: (memory: Team, duckdb: Team) => Promise<void>): Promise<void> {
    const engines: readonly Engine[] = [
      createMemoryEngine({ agreement }),
      await openDuckDbEngine({ path: ':memory:', agreement, threads: 1 }),
    ];
    const [memory, duckdb] = engines.map((engine) => teamOf(engine, agreement)) as [Team, Team];
    try {
      await test(memory, duckdb);
    } finally {
      for (const engine of engines) await engine.close();
    }
  }

  /** Imports each event for itself, and sees that both say the same of it. */
  async function importEach(events: readonly LeadEvent[], memory: Team, duckdb: Team): Promise<void> {
    for (const event of events) {
      const expected = await memory.import([event]);
      expect(await duckdb.import([event]), JSON.stringify(event)).toEqual(expected);
    }
    const expected = await wholePicture(memory.engine, 'Europe/Berlin');
    const told = await wholePicture(duckdb.engine, 'Europe/Berlin');
    const reports = told.reports.map((rows, index) => alike(rows, expected.reports[index] ?? []));
    expect({ ...told, reports }).toEqual(expected);
  }

  it.each([1, 2, 3, 4])('give the facts that the memory engine has, in whatever order (%i)', (seed) =>
    onBoth(async (memory, duckdb) => {
      await importEach(shuffled(log, seed), memory, duckdb);
      const facts = await wholePicture(duckdb.engine, 'Europe/Berlin');
      await duckdb.engine.rebuild();
      expect(await wholePicture(duckdb.engine, 'Europe/Berlin')).toEqual(facts);
    }),
  );

  it('find out where a lead is no longer alone', () =>
    onBoth(async (memory, duckdb) => {
      await importEach(
        [...log, linked('ann', '2026-05-01', 'bea'), won('deal', '2026-05-02', ['cid'], {})],
        memory,
        duckdb,
      );
      const later = [
        qualified('bea', '2026-01-15'),
        captured('cid', '2026-01-31', 'paid'),
        captured('eve', '2026-05-03', 'paid'),
      ];
      await importEach(later, memory, duckdb);
    }));

  it('go on after an import that was rolled back, taken back or refused', () =>
    onBoth(async (memory, duckdb) => {
      const [first, second, ...rest] = log as [LeadEvent, LeadEvent, ...LeadEvent[]];
      await importEach([first], memory, duckdb);
      const session = await duckdb.engine.beginImport({ recordedMs: 0 });
      await session.rollback();
      await importEach([second, first, second], memory, duckdb);
      expect(await duckdb.undo('i2')).toEqual(await memory.undo('i2'));
      await importEach([second, ...rest, first], memory, duckdb);
    }));

  it('do so on random logs', async () => {
    await fc.assert(
      fc.asyncProperty(randomDeliveries({ minLength: 1, maxLength: 1, erases: true }), ([events = []]) =>
        onBoth((memory, duckdb) => importEach(events.slice(0, 25), memory, duckdb)),
      ),
      // Shrinking takes minutes; the counterexample is readable as it is.
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
