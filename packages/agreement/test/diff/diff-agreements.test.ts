import { readFileSync } from 'node:fs';
import {
  type Agreement,
  type Change,
  defaultAgreement,
  diffAgreements,
  diffMarkdown,
  diffText,
  isEmptyDiff,
  parseAgreement,
  summaryOf,
} from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';

const acme = readFileSync(new URL('../fixtures/acme.yaml', import.meta.url), 'utf8');

function load(text: string): Agreement {
  const { agreement, issues } = parseAgreement(text);
  if (agreement === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return agreement;
}

/** The fixture with one text for another. */
function acmeWith(...replaced: readonly (readonly [string | RegExp, string])[]): Agreement {
  const text = replaced.reduce((at, [from, to]) => {
    const next = at.replaceAll(typeof from === 'string' ? from : new RegExp(from.source, 'g'), to);
    if (next === at) throw new Error(`${from} is not in the fixture.`);
    return next;
  }, acme);
  return load(text);
}

const before = load(acme);

function changes(after: Agreement, from: Agreement = before): readonly Change[] {
  return diffAgreements(from, after).changes;
}

function brief(after: Agreement, from: Agreement = before): readonly string[] {
  return changes(after, from).map(({ kind, address, effect }) => `${kind} ${address} (${effect})`);
}

describe('a diff', () => {
  it('is empty for the same, and keeps apart what each version changes', () => {
    expect(isEmptyDiff(diffAgreements(before, before))).toBe(true);
    const next = diffAgreements(
      before,
      acmeWith(['version: 3', 'version: 4'], ['effective: 2026-10-01', 'effective: 2027-01-01']),
    );
    expect(next.changes).toEqual([]);
    expect(next.version.map(({ address }) => address)).toEqual(['version', 'effective']);
    expect([isEmptyDiff(next), isEmptyDiff(next, { version: 'ignored' })]).toEqual([false, true]);
  });

  it('tells a small change inside of a condition', () => {
    const [change] = changes(acmeWith(['[200, 5000]', '[100, 5000]']));
    expect(change).toMatchObject({
      address: 'profile.rules.size.when.between',
      clause: 'profile.rules.size',
      before: [200, 5000],
      after: [100, 5000],
      affects: { teams: ['sales'], segments: [null, 'partner'] },
    });
    expect(change?.sentence).toContain('is from 200 to 5,000; now');
  });

  it('tells a part of a condition that came or went, and a condition that asks something else as a whole', () => {
    expect(brief(acmeWith(['{ grade: [A, B] }, ', '']))).toEqual(['removed readiness.hot.all.0 (behaviour)']);
    expect(brief(acmeWith(['{ grade: [A, B] }, ', '{ grade: [A, B] }, { company: customer }, ']))).toEqual([
      'added readiness.hot.all.1 (behaviour)',
    ]);
    expect(brief(acmeWith(['when: { meeting: completed }, opens', 'when: { readiness: warm }, opens']))).toEqual([
      'changed handOffs.sdr_to_sales.when (behaviour)',
    ]);
  });

  it('recognises what has another name, wherever it is spoken of', () => {
    const after = acmeWith(
      [/\bsales\b/, 'revenue'],
      ['hot_attempts', 'hot_tries'],
      [/\bnewsletter\b/, 'letters'],
      ['timeline', 'horizon'],
    );
    expect(brief(after)).toEqual([
      'renamed teams.revenue (behaviour)',
      'renamed questions.horizon (behaviour)',
      'renamed programs.letters (behaviour)',
      'renamed sla.hot_tries (behaviour)',
    ]);
    expect(changes(after)[0]).toMatchObject({ was: 'teams.sales', before: 'sales', after: 'revenue' });
  });

  it('tells what was renamed and changed a little as both', () => {
    const after = acmeWith(['hot_attempts', 'hot_tries'], ['attempts: 6', 'attempts: 8']);
    expect(brief(after)).toEqual([
      'renamed sla.hot_tries (behaviour)',
      'changed sla.hot_tries.kept.attempts (behaviour)',
    ]);
    expect(changes(after)[1]?.was).toBe('sla.hot_attempts.kept.attempts');
  });

  it('does not take one thing for another that says something else', () => {
    const after = acmeWith([
      / {2}acceptance: .*/,
      '  first_reply: { of: sales, from: lead.replied, kept: { attempts: 2 }, within: { time: 2d } }',
    ]);
    expect(brief(after)).toEqual(['added sla.first_reply (behaviour)', 'removed sla.acceptance (behaviour)']);
    expect(brief(acmeWith(['freemail: builtin', 'rivals: { file: rivals.csv, key: company.domain }']))).toEqual([
      'added lists.rivals (behaviour)',
      'removed lists.freemail (behaviour)',
    ]);
  });

  it('takes what has the same name for the same, also when two have changed places', () => {
    const after = acmeWith(
      ['id: demo, activity: demo_request', 'id: demo, activity: webinar'],
      ['id: webinar, activity: webinar', 'id: webinar, activity: demo_request'],
    );
    expect(brief(after)).toEqual([
      'changed engagement.rules.demo.activity (behaviour)',
      'changed engagement.rules.webinar.activity (behaviour)',
    ]);
  });

  it('tells another form as one change', () => {
    const after = acmeWith([
      'acceptance: { of: marketing, metric: acceptance_rate, atLeast: 0.8 }',
      'acceptance: { of: marketing, count: { hot: 5 } }',
    ]);
    expect(brief(after)).toEqual(['changed sla.acceptance (behaviour)']);
    expect(
      brief(acmeWith(['{ then: recycle, program: newsletter, revisitAfter: 180d }', '{ then: disqualify }'])),
    ).toEqual(['changed reasons.with_competitor (behaviour)']);
  });

  it('takes another order of values for wording, and of what is tried one after the other for behaviour', () => {
    expect(brief(acmeWith(['days: [mon, tue,', 'days: [tue, mon,']))).toEqual([
      'moved calendars.berlin.days (wording)',
    ]);
    const [hot = '', warm = ''] = [/ {2}hot: .*\n/, / {2}warm: .*\n/].map((line) => line.exec(acme)?.[0]);
    const [change, ...others] = changes(load(acme.replace(hot + warm, warm + hot)));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      address: 'order.readiness',
      kind: 'moved',
      effect: 'behaviour',
      before: ['hot', 'warm', 'raw'],
      after: ['warm', 'hot', 'raw'],
    });
  });
});

describe('an override', () => {
  it('is addressed by its own clause, and says what it comes to', () => {
    const [change, ...others] = changes(acmeWith(['{ time: 4wh }', '{ time: 8wh }']));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      address: 'overrides.partner.sla.hot_first_attempt.within.time',
      clause: 'overrides.partner.sla.hot_first_attempt',
      effect: 'behaviour',
      inEffect: { before: '4wh', after: '8wh' },
      affects: { teams: ['sales'], segments: ['partner'], readiness: ['hot'] },
    });
  });

  it('that goes gives the segment what all others have', () => {
    const [change] = changes(acmeWith([/\noverrides:.*/, '']));
    expect(change).toMatchObject({
      address: 'overrides.partner.sla.hot_first_attempt',
      kind: 'removed',
      effect: 'behaviour',
      affects: { segments: ['partner'] },
    });
  });

  it('hides a change of what it is different in', () => {
    const [change] = changes(acmeWith(['{ time: 1wh, calendar: owner }', '{ time: 2wh, calendar: owner }']));
    expect(change?.affects.segments).toEqual([null]);
    expect(change?.affects.sentence).toBe(
      'It concerns sales, for all hot leads but those of the segment partner, which has its own variant.',
    );
    const [other] = changes(acmeWith(['target: 0.9', 'target: 0.8']));
    expect(other?.affects.segments).toEqual([null, 'partner']);
  });

  it('that says what holds anyway is wording', () => {
    const after = acmeWith(['{ within: { time: 4wh } }', '{ within: { time: 4wh }, target: 0.9 }']);
    expect(brief(after)).toEqual(['added overrides.partner.sla.hot_first_attempt.target (wording)']);
    expect(changes(after)[0]?.sentence).toContain('the same holds as before');
  });
});

describe('what follows from a change', () => {
  const small = `
teams: { marketing: {}, sales: {} }
readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} }
sla: {}
reasons: {}
goals: [{ metric: bookings, per: quarter, target: 10, teams: [sales] }]
`;

  it('is told with it: who signs, and the zone of calendars', () => {
    const from = load(small);
    const after = load(small.replace('sales: {} }', 'sales: {}, field: {} }\ntimeZone: Europe/Berlin'));
    expect(brief(after, from)).toEqual(['changed timeZone (behaviour)', 'added teams.field (behaviour)']);
    const [zone, team] = changes(after, from);
    expect(zone?.sentence).toBe('Time zone: UTC becomes Europe/Berlin. So does the zone of the calendar default.');
    expect(team?.sentence).toContain('It has to sign as well.');
  });

  it('is told with it for a calendar that has another name as well', () => {
    const from = load(`${small}calendars: { shop: { days: [sat, sun] } }\n`);
    const after = load(`${small}calendars: { store: { days: [sat, sun] } }\ntimeZone: Europe/Berlin\n`);
    expect(brief(after, from)).toEqual(['changed timeZone (behaviour)', 'renamed calendars.store (wording)']);
  });

  it('is not told where a team that enters the terms of the stages has another name', () => {
    expect(brief(load(small.replaceAll('sales', 'revenue')), load(small))).toEqual([
      'renamed teams.revenue (behaviour)',
    ]);
  });

  it('is no other name for a goal that is called like its metric', () => {
    const [change, ...others] = changes(load(small.replace('metric: bookings', 'metric: won_count')), load(small));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ address: 'goals.won_count.metric', was: 'goals.bookings.metric', kind: 'changed' });
  });
});

describe('the forms of a diff', () => {
  const after = acmeWith(
    ['target: 0.9', 'target: 0.8'],
    ['version: 3', 'version: 4'],
    ['why: Pays back above 200 seats.', 'why: "Pays back *above* 200 seats."'],
  );
  const diff = diffAgreements(before, after);

  it('are a sentence', () => {
    expect(summaryOf(diff)).toBe("1 change of behaviour in sales' SLAs, 1 of wording.");
    expect(summaryOf(diffAgreements(before, before))).toBe('No changes.');
    expect(summaryOf(diffAgreements(before, { ...before, version: 9 }))).toBe('No changes but of the version.');
    expect(summaryOf(diffAgreements(before, { ...before, name: 'Other' }))).toBe(
      'No changes of behaviour, 1 of wording.',
    );
    expect(summaryOf(diffAgreements(defaultAgreement, before))).toMatch(
      /^[0-9]+ changes of behaviour in .* other sections, [0-9]+ of wording\.$/,
    );
  });

  it('are a text, behaviour first', () => {
    expect(diffText(diff)).toBe(`1 change of behaviour in sales' SLAs, 1 of wording.

Version
  Version: 3 becomes 4.

SLAs
  ~ sla.hot_first_attempt.target
      SLA “hot first attempt”, target: 90 % becomes 80 %.
      It concerns sales, for hot leads.

Only the wording
  ~ profile.rules.size.why
      Profile rule “size”, why: “Pays back above 200 seats.” becomes “Pays back *above* 200 seats.”
`);
  });

  it('are Markdown, in which text of the agreement stays text', () => {
    expect(diffMarkdown(diff, { level: 3 })).toBe(`1 change of behaviour in sales' SLAs, 1 of wording.

### Version

- Version: 3 becomes 4.

### SLAs

- **changed** \`sla.hot_first_attempt.target\`: SLA “hot first attempt”, target: 90 % becomes 80 %. It concerns sales, for hot leads.

### Only the wording

- **changed** \`profile.rules.size.why\`: Profile rule “size”, why: “Pays back above 200 seats.” becomes “Pays back \\*above\\* 200 seats.”
`);
  });
});
