import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../load/parse-agreement.ts';

const start = `teams: { marketing: {}, sales: {} }
readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} }
sla: { first: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: 1wd } }
reasons: { no: { then: disqualify } }
`;

function found(metrics: string, rest = '') {
  const { agreement, issues } = parseAgreement(`${start}metrics: { ${metrics} }\n${rest}`);
  expect(agreement === null).toBe(issues.some(({ severity }) => severity === 'error'));
  return issues;
}

describe('metrics of the agreement’s own', () => {
  it('are taken in each form, with a value for a list and the median where nothing is said', () => {
    const text = `${start}metrics:
  demo_to_sal: { means: m, label: Demo to SAL, owner: sales, better: up, rate: { from: mql, to: sal }, where: { source.campaign: demo } }
  fast_sal: { rate: { from: handed_off, to: sal, within: 14d } }
  days_sal_to_won: { time: { from: sal, to: won } }
  partner_bookings: { of: bookings, where: { source.channel: [partner, null], grade: A } }
  hot_attainment: { of: sla_attainment, where: { clause: [sla.first] } }
  cost_per_sql: { over: spend, per: sales_qualified }
  all_pipeline: { sum: [open_pipeline, -partner_bookings] }
  mqls: { count: { stage: mql } }
`;
    const { agreement, issues } = parseAgreement(text);
    expect(issues).toEqual([]);
    expect(agreement?.metrics?.days_sal_to_won).toEqual({ time: { from: 'sal', to: 'won', quantile: 0.5 } });
    expect(agreement?.metrics?.partner_bookings).toEqual({
      of: 'bookings',
      where: { 'source.channel': ['partner', null], grade: ['A'] },
    });
  });

  it.each([
    ['won: { of: bookings }', 'metric-built-in', '/metrics/won', 'Take another name, such as "our_won".'],
    ['a: { of: bokings }', 'metric-undefined', '/metrics/a/of', 'Did you mean "bookings"?'],
    ['our_won: { of: won }, a: { sum: [won, -our_wonn] }', 'metric-undefined', '/metrics/a/sum/1', '"our_won"?'],
    ['a: { over: spend, per: nothing_like_it }', 'metric-undefined', '/metrics/a/per', 'Use one of: captured,'],
    ['a: { of: a }', 'metric-circular', '/metrics/a', 'Let one of them'],
    ['a: { of: b }, b: { sum: [won, -c] }, c: { over: a, per: won }', 'metric-circular', '/metrics/a', 'Let one'],
    ['a: { rate: { from: sal, to: mql } }', 'stages-reversed', '/metrics/a/rate/to', 'sql, opportunity, won.'],
    ['a: { time: { from: won, to: won } }', 'stages-reversed', '/metrics/a/time/to', 'Begin at an earlier stage.'],
    ['a: { count: { stage: sall } }', 'unknown-value', '/metrics/a/count/stage', 'Did you mean "sal"?'],
    [
      'a: { of: won, where: { chanel: x } }',
      'unknown-key',
      '/metrics/a/where/chanel',
      'Did you mean "source.channel"?',
    ],
    ['a: { of: won, where: { month: x } }', 'dimension-of-calendar', '/metrics/a/where/month', 'can be cut by "month"'],
    ['a: { of: bookings, where: { clause: x } }', 'dimension-not-known', '/metrics/a/where/clause', 'source.channel'],
    ['a: { count: { stage: mql }, where: { side: x } }', 'dimension-not-known', '/metrics/a/where/side', 'stage'],
    ['a: { of: cost_per_mql, where: { grade: A } }', 'metric-of-metrics', '/metrics/a/where', 'Declare its parts'],
    ['a: { over: won, per: won }, b: { of: a, where: { grade: A } }', 'metric-of-metrics', '/metrics/b/where', 'parts'],
    ['a: { over: won, per: won, where: { grade: A } }', 'misplaced-key', '/metrics/a/where', 'remove one'],
    ['a: { of: won, where: { grade: E } }', 'unknown-value', '/metrics/a/where/grade', 'A, B, C, D'],
    ['a: { of: won, where: {} }', 'wrong-value', '/metrics/a/where', 'Change it.'],
    ['a: { sum: [won, bookings] }', 'units-mixed', '/metrics/a/sum', 'divide one by the other'],
    ['a: { sum: [won] }', 'wrong-value', '/metrics/a/sum', 'Change it.'],
    ['a: { rate: { from: mql, to: sal, within: 3wd } }', 'wrong-value', '/metrics/a/rate/within', 'Change it.'],
    ['a: { time: { from: mql, to: sal, quantile: 2 } }', 'wrong-value', '/metrics/a/time/quantile', 'Change it.'],
    ['a: { of: won, owner: sale }', 'unknown-value', '/metrics/a/owner', 'Did you mean "sales"?'],
  ])('refuses %s', (metrics, code, pointer, remedy) => {
    const issues = found(metrics);
    expect(issues.map((issue) => [issue.severity, issue.code, issue.pointer])).toEqual([['error', code, pointer]]);
    expect(issues[0]?.remedy).toContain(remedy);
    expect(issues[0]?.line).toBe(5);
  });

  it('adds what has one unit, also where own metrics tell it', () => {
    const money = 'ours: { of: bookings }, each: { over: bookings, per: won }, a: { sum: [spend, -ours, each] }';
    expect(found(money)).toEqual([]);
    const [issue] = found('share: { over: won, per: captured }, a: { sum: [share, won] }');
    expect(issue?.message).toContain('"share" is in ratio, "won" is in leads');
  });

  it('can be named wherever a metric can, and are offered there', () => {
    const goal = (metric: string) =>
      parseAgreement(
        `${start}metrics: { ours: { of: won } }\ngoals: [{ metric: ${metric}, per: month, target: 1, teams: [sales] }]`,
        { metrics: ['won'] },
      ).issues;
    expect(goal('ours')).toEqual([]);
    expect(goal('our')[0]).toMatchObject({ code: 'metric-undefined', severity: 'warning' });
    expect(goal('our')[0]?.remedy).toBe('Did you mean "ours"?');
  });

  it('can be made of metrics that only the caller knows', () => {
    const text = `${start}metrics: { ours: { of: theirs, where: { grade: A } } }\n`;
    expect(parseAgreement(text).issues[0]?.code).toBe('metric-undefined');
    expect(parseAgreement(text, { metrics: ['theirs'] }).issues).toEqual([]);
  });

  it('are told of what nothing is called by, since it may have been', () => {
    expect(
      found('a: { of: won, where: { readiness: [warm, hot, null] } }').map(({ code, severity, pointer }) => [
        code,
        severity,
        pointer,
      ]),
    ).toEqual([['readiness-undefined', 'warning', '/metrics/a/where/readiness/0']]);
    const [issue] = found('a: { of: sla_attainment, where: { clause: sla.frist, side: sales } }');
    expect(issue).toMatchObject({ code: 'sla-undefined', remedy: 'Did you mean "sla.first"?' });
    const segments = 'segments: [{ id: partner, when: {} }]\n';
    const override = `${segments}overrides: { partner: { readiness: { warm: {} }, sla: { late: null } } }\n`;
    expect(found('a: { of: won, where: { readiness: warm, segment: partner } }', override)).toEqual([]);
  });

  it('say nothing of a segment that has a readiness less', () => {
    const override = `segments: [{ id: partner, when: {} }]\noverrides: { partner: { readiness: { hot: null } } }\n`;
    expect(found('a: { of: won, where: { readiness: hot } }', override)).toEqual([]);
  });
});
