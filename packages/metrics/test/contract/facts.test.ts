import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents, type Engine } from '@sameteam/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { captured, event, won } from '../support/events.ts';
import { randomDeliveries } from '../support/random-log.ts';

async function allFacts(engine: Engine, limit: number) {
  const leads: unknown[] = [];
  const opportunities: unknown[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await engine.leadFacts({ limit, ...(after === '' ? {} : { after }) });
    leads.push(...page.leads);
    expect(page.total).toBeGreaterThanOrEqual(leads.length);
    after = page.next;
  }
  for (let after: string | null = ''; after !== null; ) {
    const page = await engine.opportunityFacts({ limit, ...(after === '' ? {} : { after }) });
    opportunities.push(...page.opportunities);
    after = page.next;
  }
  return { leads, opportunities };
}

describe('facts', () => {
  it.each(engines)('of $name list each lead and each opportunity once, with what is known of it', async ({ open }) => {
    const engine = await open(defaultAgreement);
    const amount = { amountMinor: 120_000, currency: 'EUR' };
    const log = [
      captured('b', '2026-02-01', 'email'),
      captured('a', '2026-01-01', 'paid'),
      event('opportunity.opened', 'opportunity/o2', '2026-02-10', { leads: ['lead/b'], owner: 'ann' }),
      won('o1', '2026-03-01', ['a'], { amount }),
    ];
    await appendEvents(engine, log, { recordedMs: Date.UTC(2026, 3, 1) });
    const { leads, opportunities } = await allFacts(engine, 1);
    expect(leads).toMatchObject([
      { lead: 'lead/a', implied: ['mql', 'handed_off', 'sal', 'sql', 'opportunity'] },
      { lead: 'lead/b', source: { channel: 'email' } },
    ]);
    expect(opportunities).toEqual([
      {
        opportunity: 'opportunity/o1',
        lead: 'lead/a',
        openedAt: '2026-03-01T00:00:00.000Z',
        wonAt: '2026-03-01T00:00:00.000Z',
        amountMinor: 120_000,
        currency: 'EUR',
        owner: null,
      },
      {
        opportunity: 'opportunity/o2',
        lead: 'lead/b',
        openedAt: '2026-02-10T00:00:00.000Z',
        wonAt: null,
        amountMinor: null,
        currency: null,
        owner: 'ann',
      },
    ]);
    await engine.close();
  });

  it('are equal in all engines on random logs', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomDeliveries({ minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 7 }),
        async (deliveries, limit) => {
          const opened = await Promise.all(engines.map(({ open }) => open(defaultAgreement)));
          try {
            for (const engine of opened) {
              for (const [index, events] of deliveries.entries()) {
                await appendEvents(engine, events, { recordedMs: index, id: `i${index}` });
              }
            }
            const [memory, duckdb] = await Promise.all(opened.map((engine) => allFacts(engine, limit)));
            expect(duckdb).toEqual(memory);
          } finally {
            await Promise.all(opened.map((engine) => engine.close()));
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
