import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { formatIssue } from '../issue/format-issue.ts';
import { parseAgreement } from './parse-agreement.ts';

const acme = readFileSync(new URL('../../test/fixtures/acme.yaml', import.meta.url), 'utf8');

/** The smallest agreement, with what a case adds from line 5 on. */
function minimal(added: string): string {
  return `teams: { marketing: {}, sales: {} }
readiness: { raw: {} }
sla: {}
reasons: {}
${added}`;
}

function only(text: string, options: Parameters<typeof parseAgreement>[1] = {}) {
  const { agreement, issues } = parseAgreement(text, { file: 'acme.yaml', ...options });
  expect(issues.map(formatIssue)).toHaveLength(1);
  const [issue] = issues;
  if (issue === undefined) throw new Error('There is an issue.');
  expect(agreement === null).toBe(issue.severity === 'error');
  expect(issue.message + issue.remedy).not.toMatch(/\[object|undefined|\bat .*:\d+:\d+\)/);
  return issue;
}

describe('parseAgreement', () => {
  it('loads the example of the design; the list that it forgets to declare is a warning', () => {
    const { agreement, issues } = parseAgreement(acme, { file: 'acme.yaml' });
    expect(issues.map(({ code, severity, line, column }) => ({ code, severity, line, column }))).toEqual([
      { code: 'list-undefined', severity: 'warning', line: 22, column: 57 },
    ]);
    expect(agreement).toMatchObject({
      name: 'Acme revenue team',
      version: 3,
      timeZone: 'Europe/Berlin',
      rates: { USD: [{ rate: 0.92 }] },
      signatures: { required: ['marketing', 'sales'], witness: ['ceo'] },
      windows: { default: '90d', lead_to_win: '180d', mql_to_sal: '30d' },
      order: { readiness: ['hot', 'warm', 'raw'], handOffs: ['to_sdr', 'to_sales', 'sdr_to_sales'] },
    });
    expect(agreement?.sla.hot_first_attempt).toMatchObject({ within: { time: '1wh', calendar: 'owner' } });
    expect(agreement?.calendars.default).toMatchObject({ zone: 'Europe/Berlin', hours: ['09:00-17:00'] });
  });

  it('gives the same agreement from JSON, and from what it was normalised to', () => {
    const { agreement } = parseAgreement(acme);
    if (agreement === null) throw new Error('The example loads.');
    const json = JSON.stringify(agreement, null, '\t');
    expect(parseAgreement(json, { file: 'acme.json' }).agreement).toEqual(agreement);
    expect(parseAgreement(json).agreement).toEqual(agreement);
    expect(normaliseAgreement(agreement)).toEqual(agreement);
  });

  it('needs only teams, readiness, sla and reasons', () => {
    expect(parseAgreement(minimal('')).issues).toEqual([]);
    for (const key of ['teams', 'readiness', 'sla', 'reasons']) {
      const without = minimal('')
        .split('\n')
        .filter((line) => !line.startsWith(`${key}:`))
        .join('\n');
      const issue = only(without);
      expect(issue).toMatchObject({ code: 'missing-key', pointer: `/${key}`, line: 1 });
    }
  });

  it('keeps the order of readiness, or takes the one that is said', () => {
    const written = minimal('').replace('{ raw: {} }', '{ warm: {}, hot: {}, raw: {} }');
    expect(parseAgreement(written).agreement?.order.readiness).toEqual(['warm', 'hot', 'raw']);
    const ordered = `${written}order: { readiness: [hot] }`;
    expect(parseAgreement(ordered).agreement?.order.readiness).toEqual(['hot', 'warm', 'raw']);
  });

  it('says where clauses stand', () => {
    const { locate } = parseAgreement(acme);
    expect(locate(['sla', 'decision', 'of'], false)).toEqual({ line: 57, column: 19 });
    expect(locate(['sla', 'decision', 'of'], true)).toEqual({ line: 57, column: 15 });
    expect(locate(['sla', 'decision', 'nothing'], false)).toEqual({ line: 57, column: 3 });
  });

  it('checks metrics only when it is told which there are', () => {
    const goal = minimal('goals: [{ metric: bokings, per: month, target: 1, teams: [sales] }]');
    expect(parseAgreement(goal).issues).toEqual([]);
    expect(only(goal, { metrics: ['bookings', 'won'] })).toMatchObject({
      code: 'metric-undefined',
      severity: 'warning',
      line: 5,
      column: 19,
      remedy: 'Did you mean "bookings"?',
    });
    const promised = minimal('').replace(
      'sla: {}',
      'sla: { v: { of: marketing, count: { raw: 5, won: 2, lead: 1 } } }',
    );
    expect(only(promised, { metrics: ['won'] })).toMatchObject({ pointer: '/sla/v/count/lead', line: 3 });
  });

  it('accepts anchors and aliases', () => {
    const { agreement, issues } = parseAgreement(minimal('windows: { mql_to_sal: &month 30d, mql_to_sql: *month }'));
    expect(issues).toEqual([]);
    expect(agreement?.windows).toEqual({ default: '90d', mql_to_sal: '30d', mql_to_sql: '30d' });
  });

  it('shows the first hundred issues and counts the rest', () => {
    const many = minimal(Array.from({ length: 150 }, (_, index) => `zzz${index}: 1`).join('\n'));
    const { issues } = parseAgreement(many);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({
      code: 'more-issues',
      severity: 'information',
      message: '50 more issues are not shown.',
    });
  });
});

/** What a case adds, with "▸" before the place of the fault; then the code and what the sentences say. */
const faults: readonly (readonly [string, string, string, RegExp])[] = [
  ['a mistyped key', 'terms: {}\n▸window: {}', 'unknown-key', /no key "window" here\. Did you mean "windows"\?/],
  ['a key deep inside', 'privacy:\n  ▸smalestGroup: 4', 'unknown-key', /Did you mean "smallestGroup"\?/],
  ['a key that is like none', '▸frobnicate: 1', 'unknown-key', /Remove it, or use one of: \$schema, sameteam/],
  ['a mistyped conversion', 'windows: { ▸mql_to_sall: 3d }', 'unknown-key', /Did you mean "mql_to_sal"\?/],
  ['a synonym of a conversion', 'expected: { ▸captured_to_won: 0.1 }', 'unknown-key', /no key "captured_to_won" here/],
  ['a wrong type', 'name: ▸[a]', 'wrong-type', /Here stands a list, where text is needed/],
  ['an empty value', 'profile:▸\nwindows: {}', 'wrong-type', /Here stands nothing, where an object with keys/],
  ['text for a number', 'version: ▸three', 'wrong-type', /"three", where a(?: whole)? number/],
  ['a share beyond 1', 'expected: { mql_to_sal: ▸1.5 }', 'wrong-value', /1\.5 is not a number of at most 1/],
  ['a duration of weeks', 'windows: { lead_to_win: ▸2w }', 'wrong-value', /"2w" is not elapsed time/],
  ['working time without a calendar', 'windows: { lead_to_win: ▸30wd }', 'wrong-value', /has no calendar here/],
  ['a zone that does not exist', 'timeZone: ▸Europe/Berlni', 'zone-unknown', /Did you mean "Europe\/Berlin"\?/],
  ['an offset for a zone', 'timeZone: ▸"+01:00"', 'zone-unknown', /IANA/],
  ['a currency in small letters', 'currency: ▸eur', 'wrong-value', /"eur" is not a currency such as EUR/],
  ['a day that does not exist', 'effective: ▸2026-02-30', 'wrong-value', /is not a day of the calendar such as/],
  ['a name with a dot', 'programs: { ▸a.b: { owner: sales } }', 'wrong-name', /"a\.b" cannot be a key here/],
  ['a value of none', 'sourcing: { rule: ▸first_tuch }', 'unknown-value', /Did you mean "first_touch"\?/],
  ['another version of the format', 'sameteam: ▸2', 'unknown-value', /Use one of: 1\./],
  ['a team that is not declared', 'programs: { n: { owner: ▸sale } }', 'team-undefined', /Did you mean "sales"\?/],
  [
    'a roster of no team',
    'rosters: { ▸sdr: { file: a.csv } }',
    'team-undefined',
    /under teams, or use one that is: marketing, sales/,
  ],
  ['a segment of no override', 'overrides: { ▸partner: {} }', 'segment-undefined', /"partner" is not declared/],
  [
    'a question that nobody asks',
    'terms: { t: { means: x, requires: [▸answers.budget] } }',
    'question-undefined',
    /"budget"/,
  ],
  [
    'a readiness of no name',
    'qualified: { by: sales, when: { readiness: ▸raww } }',
    'readiness-undefined',
    /Did you mean "raw"\?/,
  ],
  ['an order of no name', 'order: { readiness: [▸warm] }', 'readiness-undefined', /"warm"/],
  [
    'two entries with one id',
    'segments: [{ id: a, when: {} }, { id: ▸a, when: {} }]',
    'duplicate-id',
    /Two entries of segments/,
  ],
  [
    'a calendar by a name with a meaning',
    'calendars: { ▸owner: {} }',
    'reserved-name',
    /working time of the lead's owner/,
  ],
  [
    'a list that does not come with us',
    'lists: { ▸freemial: builtin }',
    'builtin-undefined',
    /Did you mean "freemail"/,
  ],
  ['a rate of the own currency', 'rates: { ▸EUR: 1 }', 'rate-of-own-currency', /cannot have a rate/],
  ['a rate of nothing', 'rates: { USD: ▸0 }', 'wrong-value', /0 is not a number of at least/],
  [
    'rates out of order',
    'rates: { USD: [{ from: 2026-02-01, rate: 1 }, ▸{ from: 2026-01-01, rate: 2 }] }',
    'rates-unordered',
    /oldest first/,
  ],
  [
    'grades out of order',
    'profile: { owner: sales, grades: { A: 10, B: ▸20 } }',
    'grades-unordered',
    /grade B needs as many points/,
  ],
  [
    'points with many decimals',
    'engagement: { owner: sales, rules: [{ id: a, activity: b, points: ▸1.0001 }] }',
    'wrong-value',
    /three decimals/,
  ],
  ['hours without an end', 'calendars: { a: { hours: ▸"09:00" } }', 'wrong-value', /working hours such as/],
  [
    'a calendar of a zone that does not exist',
    'calendars: { a: { zone: ▸Berlin } }',
    'zone-unknown',
    /no time zone "Berlin"/,
  ],
  [
    'a goal of no period',
    'goals: [{ metric: won, per: ▸fortnight, target: 1, teams: [sales] }]',
    'unknown-value',
    /day, week, month/,
  ],
  [
    'a goal of nobody',
    'goals: [{ metric: won, per: month, target: 1, teams: ▸[] }]',
    'wrong-value',
    /a list with an entry/,
  ],
  [
    'an override of what all share',
    'segments: [{ id: p, when: {} }]\noverrides: { p: { ▸currency: USD } }',
    'unknown-key',
    /no key "currency"/,
  ],
  [
    'a mistyped section of an override',
    'segments: [{ id: p, when: {} }]\noverrides: { p: { ▸redines: {} } }',
    'unknown-key',
    /Did you mean "readiness"/,
  ],
];

const inSections: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
  [
    'an SLA of a team that is not declared',
    { sla: '{ a: { of: ▸salse, metric: m, atLeast: 1 } }' },
    'team-undefined',
    /Did you mean "sales"/,
  ],
  [
    'an SLA without a number',
    { sla: '{ a: ▸{ of: sales, metric: m } }' },
    'wrong-value',
    /at least one of atLeast and atMost/,
  ],
  [
    'an SLA that is kept by a machine',
    { sla: '{ a: { of: sales, from: lead.assigned, kept: { attempt: { automated: ▸true } }, within: 1h } }' },
    'unknown-value',
    /Use one of: false/,
  ],
  [
    'an SLA with a mistyped event',
    { sla: '{ a: { of: sales, from: ▸lead.asigned, kept: { attempts: 1 }, within: 1h } }' },
    'unknown-value',
    /Did you mean "lead\.assigned"/,
  ],
  [
    'an SLA with a mistyped key',
    { sla: '{ a: { of: sales, ▸frm: lead.assigned, kept: { attempts: 1 }, within: 1h } }' },
    'unknown-key',
    /Did you mean "from"/,
  ],
  [
    'an SLA by a calendar that is not declared',
    {
      sla: '{ a: { of: sales, from: lead.assigned, kept: { attempts: 1 }, within: { time: 1wh, calendar: ▸berlin } } }',
    },
    'calendar-undefined',
    /"berlin"/,
  ],
  [
    'an SLA of zero time',
    { sla: '{ a: { of: sales, from: lead.assigned, kept: { attempts: 1 }, within: ▸0m } }' },
    'wrong-value',
    /"0m" is not a duration/,
  ],
  [
    'an SLA that reassigns to nobody',
    { sla: '{ a: { of: sales, from: lead.assigned, kept: lead.accepted, within: 1h, then: [{ reassign: ▸poll }] } }' },
    'team-undefined',
    /"poll" is not declared/,
  ],
  ['a reason without a way', { reasons: '{ ▸a: {} }' }, 'missing-key', /The key "then" is missing in "reasons\.a"/],
  ['a reason with a mistyped way', { reasons: '{ a: { then: ▸recyle } }' }, 'unknown-value', /Did you mean "recycle"/],
  [
    'a program that is not declared',
    { reasons: '{ a: { then: recycle, program: ▸drip } }' },
    'program-undefined',
    /"drip" is not declared/,
  ],
  [
    'a program after the end',
    { reasons: '{ a: { then: disqualify, ▸program: drip } }' },
    'misplaced-key',
    /"program" cannot stand beside "then"/,
  ],
  [
    'an SLA that is needed and not declared',
    { reasons: '{ a: { then: disqualify, needs: ▸tries } }' },
    'sla-undefined',
    /"tries"/,
  ],
  [
    'a hand-off that is not declared',
    { reasons: '{ a: { then: hand_off, handOff: ▸on } }' },
    'hand-off-undefined',
    /"on"/,
  ],
  [
    'a condition with two questions',
    { readiness: '{ raw: { grade: A, ▸segment: x } }' },
    'misplaced-key',
    /"segment" cannot stand beside "grade".*under "all"/,
  ],
  [
    'a condition with a mistyped operator',
    { readiness: '{ raw: { field: source.channel, ▸iss: x } }' },
    'unknown-key',
    /Did you mean "is"/,
  ],
  [
    'a condition without an operator',
    { readiness: '{ raw: ▸{ field: source.channel } }' },
    'wrong-value',
    /exactly one of is, in/,
  ],
  [
    'a condition of a mistyped field',
    { readiness: '{ raw: { field: ▸source.chanel, is: x } }' },
    'unknown-value',
    /Did you mean "source\.channel"/,
  ],
  [
    'a condition of a mistyped kind',
    { readiness: '{ raw: { any: [{ ▸grad: A }] } }' },
    'unknown-key',
    /Did you mean "grade"/,
  ],
  ['a condition that is text', { readiness: '{ raw: ▸hot }' }, 'wrong-type', /"hot", where an object/],
  [
    'a condition that asks for itself',
    { readiness: '{ raw: { not: { ▸readiness: raw } } }' },
    'condition-not-allowed',
    /refer to itself/,
  ],
  [
    'a range upside down',
    { readiness: '{ raw: { field: company.employees, between: ▸[5, 1] } }' },
    'wrong-value',
    /first number is the smaller/,
  ],
  [
    'a number asked of text',
    { readiness: '{ raw: { field: source.channel, ▸atLeast: 5 } }' },
    'operator-not-allowed',
    /which is text/,
  ],
  [
    'text asked of a number',
    { readiness: '{ raw: { field: company.employees, ▸is: many } }' },
    'operator-not-allowed',
    /which is a number/,
  ],
  [
    'a personal field',
    { readiness: '{ raw: { field: ▸contact.email, is: a@b.c } }' },
    'personal-field',
    /kept apart from the log/,
  ],
  [
    'a deal in a condition of leads',
    { readiness: '{ raw: { field: ▸opportunity.amount, atLeast: 5 } }' },
    'condition-not-allowed',
    /about a lead/,
  ],
  [
    'both points and a count',
    { readiness: '{ raw: { engagement: ▸{ atLeast: 4, count: 2 } } }' },
    'wrong-value',
    /either atLeast \(points\) alone/,
  ],
  [
    'an answer that is not offered',
    {
      readiness: '{ raw: { answer: { q: ▸nope } } }',
      questions: '[{ id: q, ask: x, askedBy: sales, answers: { yes: 1 } }]',
    },
    'answer-undefined',
    /"nope"/,
  ],
  ['no team at all', { teams: '▸{}' }, 'wrong-value', /needed here is at least one team/],
  [
    'teams that are part of each other',
    { teams: '{ a: { partOf: ▸b }, b: { partOf: a } }' },
    'team-circular',
    /part of each other: a, b/,
  ],
  [
    'a segment that asks for readiness',
    { segments: '[{ id: p, when: { ▸readiness: raw } }]' },
    'condition-not-allowed',
    /a segment is told from fields/,
  ],
  [
    'an override that makes the agreement invalid',
    {
      segments: '[{ id: p, when: {} }]',
      programs: '{ n: { owner: sales } }',
      reasons: '{ a: { then: recycle, program: n } }',
      overrides: '{ ▸p: { programs: { n: null } } }',
    },
    'override-invalid',
    /override for "p" makes the agreement invalid at reasons\.\w+\.program\. The program "n" is not declared/,
  ],
  [
    'an override with a mistyped key',
    {
      segments: '[{ id: p, when: {} }]',
      sla: '{ a: { of: sales, metric: m, atLeast: 1 } }',
      overrides: '{ p: { sla: { a: { ▸atLest: 2 } } } }',
    },
    'unknown-key',
    /Did you mean "atLeast"/,
  ],
  [
    'an override with a wrong value',
    { segments: '[{ id: p, when: {} }]', overrides: '{ p: { windows: { default: ▸3wd } } }' },
    'wrong-value',
    /"3wd" is not elapsed time/,
  ],
  [
    'an override of a team that is not declared',
    { segments: '[{ id: p, when: {} }]', overrides: '{ p: { programs: { n: { owner: ▸nobody } } } }' },
    'team-undefined',
    /"nobody"/,
  ],
];

/** Finds the one issue of a text at the place that is marked in it. */
function expectFault(marked: string, code: string, sentence: RegExp): void {
  const before = marked.slice(0, marked.indexOf('▸'));
  const place = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
  const issue = only(marked.replace('▸', ''));
  expect(issue).toMatchObject({ code, ...place, file: 'acme.yaml' });
  expect(`${issue.message} ${issue.remedy}`).toMatch(sentence);
}

describe('faults', () => {
  it.each(faults)('%s', (_name, added, code, sentence) => {
    expectFault(minimal(added), code, sentence);
  });

  it.each(inSections)('%s', (_name, sections, code, sentence) => {
    const all = {
      teams: '{ marketing: {}, sales: {} }',
      readiness: '{ raw: {} }',
      sla: '{}',
      reasons: '{}',
      ...sections,
    };
    const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
    expectFault(lines.join('\n'), code, sentence);
  });

  it('is one line for a terminal', () => {
    expect(formatIssue(only(minimal('timeZone: Mars')))).toBe(
      'acme.yaml:5:11: There is no time zone "Mars". Use a name of the IANA database, such as Europe/Berlin or UTC. [zone-unknown]',
    );
  });
});
