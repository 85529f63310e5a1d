import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { attempted, captured, handedOff } from '../support/events.ts';
import { openedAt } from '../support/ledger-events.ts';
import { onEveryEngine } from '../support/team.ts';

/** The first attempt is owed within so many hours; leads of a channel count nowhere; a stage has a probability. */
function version(number: number, hours: number, probability: number, excluded: string): Agreement {
  return agreementWith({
    version: number,
    sla: { first_attempt: { of: 'sales', from: 'lead.handed_off', kept: { attempt: {} }, within: `${hours}h` } },
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    exclusions: [{ id: 'out', when: { field: 'source.channel', is: excluded }, then: 'disqualify' }],
    pipelines: { new: { stages: [{ id: 'discovery', probability }] } },
  });
}

const first = version(1, 24, 0.2, 'rival');
const second = version(2, 48, 0.5, 'vendor');

/** The first version bound from February on, the second one took over in March. */
const history: AgreementHistory = {
  periods: [
    { version: 1, digest: '1', fromMs: Date.UTC(2026, 1, 1), untilMs: Date.UTC(2026, 2, 1), agreement: first },
    { version: 2, digest: '2', fromMs: Date.UTC(2026, 2, 1), untilMs: null, agreement: second },
  ],
  draft: null,
  issues: [],
};

/** Four leads, each attempted 36 hours after its hand-off: too late by the first version, in time by the second. */
const log = [
  ...(
    [
      ['before', '2026-01-10'],
      ['feb', '2026-02-10'],
      ['eve of march', '2026-02-28T23:59:59.999Z'],
      ['march', '2026-03-01'],
    ] as const
  ).flatMap(([lead, day]) => {
    const timeMs = Date.parse(day);
    return [
      captured(lead, '2026-01-01', 'email'),
      handedOff(lead, day),
      attempted(lead, new Date(timeMs + 36 * 3_600_000).toISOString()),
    ];
  }),
  captured('of rival', '2026-01-01', 'rival'),
  captured('of vendor', '2026-01-01', 'vendor'),
  openedAt('feb', '2026-02-10', 100, { stage: 'discovery' }),
  openedAt('march', '2026-03-10', 100, { stage: 'discovery' }),
];

describe('numbers are judged by the version that bound then', () => {
  onEveryEngine((open) => {
    it('judges a hand-off by the version at its instant, one of before the first by the earliest', async () => {
      const team = await open(log, { agreement: second, history });
      const request = { metrics: ['sla_attainment'], by: ['version'] };
      expect(await team.table(request, 'numerator', 'denominator')).toEqual([
        ['1', 0, 3],
        ['2', 1, 1],
      ]);
    });

    it('judges all by the version that is asked for', async () => {
      const team = await open(log, { agreement: second, history });
      const judgedBy = (number: number) =>
        team.table({ metrics: ['sla_attainment'], version: number }, 'numerator', 'denominator');
      expect(await judgedBy(1)).toEqual([[0, 4]]);
      expect(await judgedBy(2)).toEqual([[4, 4]]);
    });

    it('leaves out by the version that binds at as-of, or by the one that is asked for', async () => {
      const team = await open(log, { agreement: second, history });
      const request = { metrics: ['captured'], by: ['source.channel'] };
      const april = [
        ['email', 4, 0],
        ['rival', 1, 0],
        ['vendor', 0, 1],
      ];
      const february = [
        ['email', 4, 0],
        ['rival', 0, 1],
        ['vendor', 1, 0],
      ];
      const table = (asked: object) => team.table({ ...request, ...asked }, 'value', 'excluded');
      expect(await table({ asOf: '2026-04-01' })).toEqual(april);
      expect(await table({ asOf: '2026-02-20' })).toEqual(february);
      expect(await table({ asOf: '2026-04-01', version: 1 })).toEqual(february);
      expect(await table({ asOf: '2026-02-20', version: 2 })).toEqual(april);
    });

    it('leaves out by a draft that is asked for, where no version that bound leaves anything out', async () => {
      const binding = agreementWith({ version: 3 });
      const draft = { agreement: first, verification: { digest: '1', binds: null } };
      const period = { version: 3, digest: '3', fromMs: Date.UTC(2026, 0, 1), untilMs: null, agreement: binding };
      const team = await open(log, { agreement: binding, history: { periods: [period], draft, issues: [] } });
      const request = { metrics: ['captured'], by: ['source.channel'] };
      expect(await team.table({ ...request, version: 1 }, 'value', 'excluded')).toEqual([
        ['email', 4, 0],
        ['rival', 0, 1],
        ['vendor', 1, 0],
      ]);
      expect(await team.table(request, 'value', 'excluded')).toEqual([
        ['email', 4, 0],
        ['rival', 1, 0],
        ['vendor', 1, 0],
      ]);
    });

    it('weighs a deal by the probability that was agreed when it came to its stage', async () => {
      const team = await open(log, { agreement: second, history });
      const weighted = async (asked: object) =>
        (await team.table({ metrics: ['weighted_pipeline'], ...asked }, 'value'))[0]?.[0];
      expect(await weighted({})).toBe(2000 + 5000);
      expect(await weighted({ version: 1 })).toBe(4000);
      expect(await weighted({ version: 2 })).toBe(10_000);
    });

    it('is judged by its agreement alone where no version was ever signed', async () => {
      const team = await open(log, { agreement: second });
      expect(await team.table({ metrics: ['sla_attainment'] }, 'numerator', 'denominator')).toEqual([[4, 4]]);
    });
  });
});
