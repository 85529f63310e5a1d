import type { PlanRequest, ReportRow } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeAgreement, bridgeLog, bridgePeriod } from '../support/bridge-log.ts';
import { amount, deal } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const pillars = [
  'opening_pipeline',
  'pipeline_opened',
  'pipeline_changed',
  'pipeline_won',
  'pipeline_lost',
  'open_pipeline',
] as const;

/** The pillars of each place, in their order. */
function bridges(rows: readonly ReportRow[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  for (const { dimensions, value } of rows) {
    const key = JSON.stringify(dimensions);
    const place = places.get(key) ?? [];
    place.push(value ?? Number.NaN);
    places.set(key, place);
  }
  return [...places.values()];
}

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 43_200_000).toISOString();

const randomDealEvent = fc.record({
  opportunity: fc.constantFrom('a', 'b', 'c'),
  halfDay: fc.nat({ max: 240 }),
  type: fc.constantFrom('opened', 'opened', 'changed', 'changed', 'changed', 'moved', 'won', 'lost', 'reopened'),
  stage: fc.constantFrom('discovery', 'proposal', 'legal'),
  units: fc.constantFrom(null, 10, 25.5, 1000),
});

function eventOf({
  opportunity,
  halfDay,
  type,
  stage,
  units,
}: typeof randomDealEvent extends fc.Arbitrary<infer T> ? T : never): LeadEvent {
  const data = { ...(type === 'moved' ? { stage } : {}), ...(units === null ? {} : amount(units)) };
  return deal(type, opportunity, day(halfDay), null, data);
}

describe('the bridge of the pipeline', () => {
  onEveryEngine((open, name) => {
    it('leads from what stood at the beginning of each month to what stood at its end', async () => {
      const team = await open(bridgeLog, { agreement: bridgeAgreement });
      const rows = await team.report({ metrics: pillars, by: ['month'], ...bridgePeriod });
      expect(bridges(rows)).toEqual([
        [0, 47_000, 0, 0, 0, 47_000],
        [47_000, 5000, 7000, 0, 28_000, 31_000],
        [31_000, 20_000, 0, 15_000, 8000, 28_000],
      ]);
    });

    it('adds up for any deals, in any period, month and stage', { timeout: 60_000 }, async () => {
      const request: PlanRequest = { metrics: pillars };
      await fc.assert(
        fc.asyncProperty(
          fc.array(randomDealEvent, { maxLength: 14 }),
          fc.nat({ max: 100 }),
          fc.nat({ max: 30 }),
          async (events, first, length) => {
            const team = await open(events.map(eventOf), { agreement: bridgeAgreement });
            const period = { from: day(first * 2).slice(0, 10), to: day((first + length) * 2).slice(0, 10) };
            for (const by of [[], ['month'], ['stage'], ['stage', 'week']]) {
              for (const bridge of bridges(await team.report({ ...request, ...period, by }))) {
                const [opening = 0, opened = 0, changed = 0, won = 0, lost = 0, closing = 0] = bridge;
                expect(opening + opened + changed - won - lost).toBe(closing);
              }
            }
          },
        ),
        { endOnFailure: true, numRuns: name === 'memory' ? 150 : 8 },
      );
    });
  });
});
