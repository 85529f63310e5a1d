import { type AttributionRequest, MetricsError, runAttribution } from '@sameteam/metrics';
import { attribute, attributionModels } from '@sameteam/stats';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, event, leadEvent, opened, won } from '../support/events.ts';
import { nowMs, onEveryEngine, type Team } from '../support/team.ts';

const touched = (lead: string, time: string, channel: string) =>
  leadEvent('engaged', lead, time, { activity: 'visit', channel });

const log = [
  captured('ann', '2026-01-02', 'search'),
  touched('ann', '2026-01-09', 'webinar'),
  opened('a', '2026-01-12', ['ann'], amount(100)),
  touched('ann', '2026-01-16', 'email'),
  won('a', '2026-01-18', ['ann']),
  // What comes after the win has no part in it.
  touched('ann', '2026-01-20', 'fair'),
  captured('ben', '2026-01-02', 'search'),
  won('b', '2026-01-12', ['ben'], amount(300)),
  captured('cat', '2026-01-02', null),
  won('c', '2026-02-15', ['cat'], amount(50)),
  // Nobody knows how dan came, and whose deal the last one was.
  leadEvent('qualified', 'dan', '2026-01-03'),
  won('d', '2026-01-16', ['dan'], amount(20)),
  won('of nobody', '2026-01-16', [], amount(5)),
  won('silent', '2026-01-16', []),
  captured('eve', '2026-01-02', 'email'),
];

const ask = (team: Team, request: AttributionRequest = {}) => runAttribution(team.engine, request, { nowMs });

async function credits(team: Team, request: AttributionRequest) {
  const { rows } = await ask(team, request);
  return rows.map(({ kind, channel, conversions, amount: money }) => [
    channel ?? kind,
    Math.round(conversions * 1e9) / 1e9,
    money,
  ]);
}

const third = 0.333333333;

describe('credit for wins, by hand', () => {
  onEveryEngine((open) => {
    it.each([
      [
        'first',
        [
          ['search', 2, 40_000],
          ['webinar', 0, 0],
          ['email', 0, 0],
        ],
      ],
      [
        'last',
        [
          ['search', 1, 30_000],
          ['email', 1, 10_000],
          ['webinar', 0, 0],
        ],
      ],
      [
        'linear',
        [
          ['search', 1.333333333, 33_333],
          ['email', third, 3334],
          ['webinar', third, 3333],
        ],
      ],
      [
        'u',
        [
          ['search', 1.4, 34_000],
          ['email', 0.4, 4000],
          ['webinar', 0.2, 2000],
        ],
      ],
      [
        'w',
        [
          ['search', 1.6, 36_000],
          ['webinar', 0.3, 3000],
          ['email', 0.1, 1000],
        ],
      ],
      [
        'full_path',
        [
          ['search', 1.5, 35_000],
          ['email', 0.25, 2500],
          ['webinar', 0.25, 2500],
        ],
      ],
      [
        'time_decay',
        [
          ['search', 1.142857143, 31_429],
          ['email', 0.571428571, 5714],
          ['webinar', 0.285714286, 2857],
        ],
      ],
    ])('%s', async (model, channels) => {
      const rows = await credits(await open(log), { models: [model] });
      expect(rows.slice(0, 3).toSorted()).toEqual(channels.toSorted());
      expect(rows.slice(3)).toEqual([
        ['missing', 1, 5000],
        ['untouched', 1, 2500],
      ]);
    });

    it('markov sees those who did not convert', async () => {
      const rows = await credits(await open(log), { models: ['markov'] });
      const paths = [
        { steps: ['search', 'webinar', 'email'], converted: 1 },
        { steps: ['search'], converted: 1 },
        { steps: ['~'], converted: 1 },
        { steps: [], converted: 1 },
        { steps: ['email'], converted: 0, notConverted: 1 },
      ];
      const expected = attribute(paths, { model: 'markov' }).channels.map((row) => row.conversions);
      const found = ['email', 'search', 'webinar', 'missing'].map((name) => rows.find(([of]) => of === name)?.[1]);
      expect(found.map((value) => Number(value).toFixed(8))).toEqual(expected.map((value) => value.toFixed(8)));
    });

    it('adds up to the wins and bookings of the report, for every model and filter', async () => {
      const team = await open(log);
      for (const request of [
        {},
        { from: '2026-01-15', to: '2026-01-31' },
        { filters: [{ dimension: 'source.channel', in: ['search', null] }] },
      ]) {
        const report = await ask(team, request);
        const [wins] = await team.report({ metrics: ['won_in_period'], ...request });
        const [booked] = await team.report({ metrics: ['bookings'], ...request });
        expect([report.conversions, report.amount]).toEqual([wins?.value, booked?.value]);
        expect(report.excluded.deals).toBe(booked?.excluded);
        for (const model of attributionModels) {
          const rows = report.rows.filter((row) => row.model === model);
          expect(rows.reduce((sum, row) => sum + row.conversions, 0)).toBeCloseTo(report.conversions, 9);
          expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(report.amount);
        }
      }
    });

    it('credits openings up to their date, and what was opened', async () => {
      const team = await open(log);
      const { rows, conversions, amount: opened } = await ask(team, { conversion: 'opportunity', models: ['last'] });
      expect(conversions).toBe(4);
      expect(rows.find(({ channel }) => channel === 'webinar')).toMatchObject({ conversions: 1, amount: 10_000 });
      expect(rows.some(({ channel }) => channel === 'email')).toBe(false);
      expect(opened).toBe((await team.report({ metrics: ['pipeline_created'] }))[0]?.value);
    });

    it('folds the rarest channels and converts currencies by the day of the win', async () => {
      const agreement = agreementWith({ currency: 'EUR', rates: { USD: 0.5 } });
      const many = Array.from({ length: 30 }, (_, index) => [
        captured(`l${index}`, '2026-01-02', `c${String(index).padStart(2, '0')}`),
        ...(index % 2 === 0 ? [touched(`l${index}`, '2026-01-03', 'search')] : []),
        won(`l${index}`, '2026-01-05', [`l${index}`], amount(10, index === 0 ? 'USD' : 'EUR')),
      ]).flat();
      const team = await open(many, { agreement });
      const report = await ask(team, { models: ['first', 'last'], top: 2 });
      const shown = report.rows.map(({ model, channel, kind, conversions, amount: money }) => [
        model,
        channel ?? kind,
        conversions,
        money,
      ]);
      expect(shown).toEqual([
        ['first', 'c00', 1, 500],
        ['first', 'search', 0, 0],
        ['first', 'other', 29, 29_000],
        ['last', 'search', 15, 14_500],
        ['last', 'c00', 0, 0],
        ['last', 'other', 15, 15_000],
      ]);
      expect(report.folded).toBe(29);
    });

    it('leaves out what the agreement excludes, and says so; of nothing it gives nothing', async () => {
      const agreement = agreementWith({
        // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
        exclusions: [{ id: 'mail', when: { field: 'source.channel', is: 'search' }, then: 'disqualify' }],
      });
      const team = await open(log, { agreement });
      const report = await ask(team, { models: ['linear'] });
      expect([report.conversions, report.excluded]).toEqual([2, { leads: 2, deals: 3 }]);
      const none = await ask(team, { to: '2020-01-01' });
      expect([none.conversions, none.amount, none.rows]).toEqual([0, 0, []]);
    });

    it('names what it does not know', async () => {
      const team = await open(log);
      const message = async (request: AttributionRequest) => {
        const error = await ask(team, request).catch((found: unknown) => found);
        return error instanceof MetricsError ? [error.code, error.message] : error;
      };
      expect(await message({ models: ['liner'] })).toEqual([
        'unknown-model',
        'There is no attribution model "liner". Did you mean "linear"? Models are first, last, linear, u, w, full_path, time_decay, markov.',
      ]);
      expect(await message({ conversion: 'wons' })).toEqual([
        'unknown-conversion',
        'Credit cannot be given for "wons". Did you mean "won"? It is given for won, opportunity.',
      ]);
      expect((await message({ halfLifeDays: 0 }))?.[0 as never]).toBe('bad-half-life');
      expect((await message({ top: 5000 }))?.[0 as never]).toBe('bad-top');
      expect((await message({ filters: [{ dimension: 'clause', in: ['x'] }] }))?.[0 as never]).toBe(
        'no-such-dimension',
      );
    });

    it('is of the past where it is asked of the past', async () => {
      const team = await open([
        ...log,
        event('lead.engaged', 'lead/ben', '2026-01-05', { activity: 'visit', channel: 'fair' }),
      ]);
      const report = await ask(team, { models: ['last'], asOf: '2026-01-13' });
      expect(report.rows.filter(({ conversions }) => conversions > 0).map(({ channel }) => channel)).toEqual(['fair']);
    });
  });
});
