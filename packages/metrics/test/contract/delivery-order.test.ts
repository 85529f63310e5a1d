import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import {
  amount,
  assigned,
  captured,
  deal,
  leadEvent,
  linked,
  opened,
  qualified,
  retracted,
  stageReset,
  unlinked,
  won,
} from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { randomDeliveries } from '../support/random-log.ts';
import { shuffled } from '../support/shuffled.ts';
import { onEveryEngine } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';

const agreement = agreementWith({
  rates: { USD: 0.9 },
  segments: [{ id: 'partner', when: { field: 'source.channel', is: 'partner' } }],
  exclusions: [{ id: 'rivals', when: { field: 'source.channel', is: 'rival' } }],
});

const noon = '2026-01-05T12:00:00Z';
const wrong = qualified('fay', '2026-01-07');

/** A bit of everything: ties, updates, links, corrections, a retraction, deals that change, an impossible order. */
const log: readonly LeadEvent[] = [
  ...journey('ann', {
    captured: '2026-01-01',
    mql: '2026-01-03',
    sal: '2026-01-09',
    won: '2026-02-01',
    channel: 'email',
  }),
  captured('ben', noon, 'partner'),
  qualified('ben', noon, 'hot'),
  assigned('ben', noon, 'sue'),
  leadEvent('updated', 'ben', '2026-01-06', { source: { medium: 'fair' } }),
  captured('bea', '2026-01-02', 'paid'),
  linked('bea', '2026-01-20', 'ben'),
  captured('cat', '2026-01-03', 'email'),
  captured('cate', '2026-01-04', 'paid'),
  linked('cat', '2026-01-20', 'cate'),
  unlinked('cate', '2026-01-21', 'cat'),
  captured('dan', '2026-02-10', 'rival'),
  captured('eve', '2026-02-11', null),
  won('e-eve', '2026-02-01', ['eve'], amount(70, 'USD')),
  captured('fay', '2026-01-06'),
  wrong,
  retracted(wrong, '2026-01-30'),
  captured('gus', '2026-01-06'),
  qualified('gus', '2026-01-08'),
  stageReset('gus', '2026-01-09', 'captured', 'correction'),
  opened('o-gus', '2026-02-09', ['gus', 'ann'], amount(10)),
  deal('changed', 'o-gus', '2026-02-10', null, { ...amount(12), owner: 'sam' }),
  won('o-gus', '2026-02-11', []),
];

describe('what is delivered counts, not how', () => {
  onEveryEngine((open) => {
    const picture = async (...deliveries: readonly (readonly LeadEvent[])[]) => {
      const team = await open([], { agreement });
      for (const events of deliveries) await team.import(events);
      const whole = await wholePicture(team.engine);
      await team.engine.close();
      return whole;
    };

    it('makes nothing of the order of arrival', async () => {
      const expected = await picture(log);
      for (const seed of [1, 2, 3]) expect(await picture(shuffled(log, seed))).toEqual(expected);
      expect(await picture([...log].reverse())).toEqual(expected);
    });

    it('makes nothing of the cuts between imports', async () => {
      const expected = await picture(log);
      const mixed = shuffled(log, 4);
      expect(await picture(mixed.slice(0, 5), mixed.slice(5, 16), mixed.slice(16))).toEqual(expected);
      expect(await picture(...mixed.map((event) => [event]))).toEqual(expected);
    });

    it('makes nothing of repeats, within an import and between imports', async () => {
      const expected = await picture(log);
      expect(await picture([...log, ...shuffled(log, 5)])).toEqual(expected);
      expect(await picture(log, shuffled(log, 6), log.slice(3, 9))).toEqual(expected);
    });

    it('makes nothing of the size of batches', async () => {
      const expected = await picture(log);
      const team = await open([], { agreement });
      await team.import(shuffled(log, 8), { batchSize: 1 });
      expect(await wholePicture(team.engine)).toEqual(expected);
    });

    it('holds for random logs', async () => {
      const scenario = fc.record({
        deliveries: randomDeliveries({ minLength: 2, maxLength: 2 }),
        seed: fc.nat(),
        cuts: fc.array(fc.nat({ max: 100 }), { maxLength: 2 }),
      });
      await fc.assert(
        fc.asyncProperty(scenario, async ({ deliveries, seed, cuts }) => {
          const events = firstOfEach(deliveries.flat());
          const mixed = shuffled([...events, ...events.slice(0, 10)], seed);
          const places = [0, ...cuts.map((cut) => Math.floor((cut / 101) * mixed.length)), mixed.length].sort(
            (a, b) => a - b,
          );
          const parts = places.slice(1).map((end, index) => mixed.slice(places[index], end));
          expect(await picture(...parts)).toEqual(await picture(events));
        }),
        { numRuns: 15 },
      );
    }, 240_000);
  });
});

/** A log without conflicts: of each identity the event that came first. */
function firstOfEach(events: readonly LeadEvent[]): readonly LeadEvent[] {
  return [...new Map([...events].reverse().map((event) => [`${event.source} ${event.id}`, event])).values()];
}
