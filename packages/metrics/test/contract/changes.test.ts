import { MetricsError, runChange } from '@sameteam/metrics';
import { rateChange } from '@sameteam/stats';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { after, journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({ windows: { default: '10d' } });

/** Twenty-five leads a week from Thursday 1 January 2026 on; so many of each week become an MQL a day later. */
const weeks = (hits: readonly number[]) =>
  hits.flatMap((count, week) =>
    Array.from({ length: 25 }, (_, lead) =>
      journey(`w${week}-${lead}`, {
        captured: after(week * 7),
        ...(lead < count ? { mql: after(week * 7 + 1) } : {}),
      }),
    ).flat(),
  );

const nowMs = Date.parse(after(10 * 7 + 8));
const ask = { metric: 'captured_to_mql_rate' };

describe('a rate that is looked at every week', () => {
  onEveryEngine((open) => {
    it('has changed where it has, since when, and by how much', async () => {
      const { engine } = await open(weeks([5, 5, 5, 5, 5, 20, 20, 20, 20, 20, 0]), { agreement });
      const { periods, change, found, sentences } = await runChange(engine, ask, { nowMs });
      expect(periods.map(({ period, hits, trials, isJudged }) => [period, hits, trials, isJudged]).slice(8)).toEqual([
        ['2026-02-23', 20, 25, true],
        ['2026-03-02', 20, 25, true],
        ['2026-03-09', 0, 25, false],
      ]);
      const judged = periods.slice(0, 10);
      expect(found).toEqual(rateChange(judged));
      // The first three weeks teach: 10 of 50 of the others before, 100 of 125 since.
      expect(change).toMatchObject({
        direction: 'up',
        since: '2026-02-02',
        before: { hits: 10, trials: 50 },
        after: { hits: 100, trials: 125 },
      });
      expect(change?.difference.value).toBeCloseTo(0.6, 12);
      expect(change?.difference.low).toBeGreaterThan(0.4);
      expect(sentences[0]).toMatch(
        /^Captured to MQL has really risen: from 20\.0 % \(10 of 50\) to 80\.0 % \(100 of 125\) since the week of 2026-02-02/,
      );
      expect(sentences).toContain(
        'It is not noise. Whoever looks at it every week for ever gets a false alarm with a chance of at most 5.0 %.',
      );
      expect(sentences.at(-1)).toBe('1 week is too young to be judged: not all of it has had its time.');
    });

    it('has not where it only scatters', async () => {
      const { engine } = await open(weeks([5, 7, 4, 6, 5, 8, 4, 5, 6, 5]), { agreement });
      const { change, sentences } = await runChange(engine, ask, { nowMs });
      expect(change).toBeNull();
      expect(sentences[0]).toBe(
        'Captured to MQL: no change can be told from chance by 10 weeks. That is no proof that there is none: a few weeks, or few leads in each, show only a large one.',
      );
    });

    it('needs more than three weeks, and a share', async () => {
      const { engine } = await open(weeks([5, 7, 4]), { agreement });
      const { sentences } = await runChange(engine, ask, { nowMs });
      expect(sentences[0]).toMatch(/there are 3 weeks to judge/);
      const refused = async (metric: string, alpha?: number) => {
        const error = await runChange(engine, { metric, alpha }, { nowMs }).catch((found: unknown) => found);
        return error instanceof MetricsError ? error : null;
      };
      expect((await refused('won'))?.message).toMatch(/^won is no share of a cohort, .* mql_to_sal_rate/);
      expect((await refused('mql_to_sal'))?.code).toBe('unknown-metric');
      expect((await refused('mql_to_sal_rate', 1))?.code).toBe('bad-alpha');
    });
  });
});
