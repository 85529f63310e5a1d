import { type Agreement, type Change, diffAgreements, parseAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';

const document = `
teams: { marketing: {}, sales: {}, product: {} }
currency: EUR
rates: { CHF: 1.05 }
segments:
  - { id: abm, when: { field: source.campaign, is: abm } }
  - { id: trial, when: { field: source.channel, is: trial } }
overrides:
  trial:
    readiness: { hot: { any: [{ engagement: { atLeast: 60 } }, { daysSince: { event: lead.replied, atMost: 2 } }] } }
    sla: { first: { of: product, within: { time: 4wh } } }
readiness: { hot: { any: [{ engagement: { atLeast: 40 } }] }, raw: {} }
handOffs: { to_sales: { from: marketing, to: sales, when: { readiness: hot } } }
sla: { first: { of: sales, from: lead.assigned, kept: { attempts: 1 }, within: { time: 1wh }, target: 0.9 } }
reasons: {}
goals: []
`;

function load(text: string): Agreement {
  const { agreement, issues } = parseAgreement(text);
  if (agreement === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return agreement;
}

/** The changes that other texts in place of some make. */
function changesOf(...replaced: readonly (readonly [string, string])[]): readonly Change[] {
  return changesFrom(document, ...replaced);
}

function changesFrom(from: string, ...replaced: readonly (readonly [string, string])[]): readonly Change[] {
  const after = replaced.reduce((text, [old, other]) => {
    expect(text).toContain(old);
    return text.replaceAll(old, other);
  }, from);
  return diffAgreements(load(from), load(after)).changes;
}

describe('the name of a segment', () => {
  it('is recorded at the hand-off, so that another one is behaviour', () => {
    const [change, ...others] = changesOf(['trial', 'tryout']);
    expect(others.map(({ address }) => address)).toEqual(['segments.tryout.when.is']);
    expect(change).toMatchObject({ address: 'segments.tryout', kind: 'renamed', effect: 'behaviour' });
    expect(change?.sentence).toBe(
      'Segment “trial” is now called “tryout”. What was recorded until now keeps the old name.',
    );
  });
});

describe('whom a change concerns', () => {
  it('is not who is named in the override of another segment', () => {
    const from = document.replace('  trial:\n', '  abm: { windows: { lead_to_win: 90d } }\n  trial:\n');
    const [change] = changesFrom(from, ['is: abm', 'is: named']);
    expect(change?.address).toBe('segments.abm.when.is');
    expect(change?.affects).toMatchObject({ segments: ['abm'] });
    expect(change?.affects.sentence).toBe('It concerns every team, for leads of the segment ABM.');
    const [own] = changesFrom(from, ['is: trial', 'is: named']);
    expect(own?.affects.teams).toEqual(['product']);
  });

  it('says of several segments that they have variants', () => {
    const from = document.replace('  trial:\n', '  abm: { sla: { first: { within: { time: 5wh } } } }\n  trial:\n');
    const [change] = changesFrom(from, ['time: 1wh', 'time: 2wh']);
    expect(change?.affects.sentence).toContain(
      'but those of the segments ABM and trial, which have their own variants.',
    );
  });
});

describe('an entry without a name', () => {
  it('is not called by its number', () => {
    expect(changesOf(['CHF: 1.05', 'CHF: 1.06'])[0]?.sentence).toBe('Rates CHF rate: 1.05 becomes 1.06.');
  });
});

describe('a condition that is written in another way', () => {
  const hot = 'hot: { any: [{ engagement: { atLeast: 40 } }] }, raw';
  const plain = document.replace(/ {4}readiness: .*\n/, '');
  const from = plain.replace(
    hot,
    'hot: { all: [{ field: source.channel, is: web }, { engagement: { activity: [demo], count: 1, within: 7d } }] }, raw',
  );

  it.each([
    ['in a group of its own', '{ field: source.channel, is: web }', '{ any: [{ field: source.channel, is: web }] }'],
    ['denied twice', '{ field: source.channel, is: web }', '{ not: { not: { field: source.channel, is: web } } }'],
    ['as a list of one', 'source.channel, is: web', 'source.channel, in: [web]'],
    ['in hours', 'within: 7d', 'within: 168h'],
  ])('is wording: %s', (_, old, other) => {
    const [change, ...others] = changesFrom(from, [old, other]);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'changed', effect: 'wording', affects: { teams: [] } });
    expect(change?.sentence).toBe('Readiness “hot” is written in another way, which means the same.');
    expect(changesFrom(from, [old, old])).toEqual([]);
  });

  it('is wording in an override as well', () => {
    const part = '{ engagement: { atLeast: 60 } }';
    const [change, ...others] = changesOf([part, `{ any: [${part}] }`]);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ effect: 'wording' });
    expect(change?.sentence).toContain('readiness “hot” is written differently, and the same holds as before.');
  });

  it('is behaviour where it asks something else', () => {
    const [change] = changesFrom(from, [
      '{ field: source.channel, is: web }',
      '{ not: { field: source.channel, is: web } }',
    ]);
    expect(change).toMatchObject({ effect: 'behaviour' });
    expect(changesFrom(from, ['within: 7d', 'within: 167h'])[0]).toMatchObject({ effect: 'behaviour' });
  });
});

describe('a time that is written in another way', () => {
  it('is wording where it elapses, and behaviour where it is working time', () => {
    const from = document.replace('time: 1wh', 'time: 2d').replace('time: 4wh', 'time: 3d');
    expect(changesFrom(from, ['time: 2d', 'time: 48h'])).toMatchObject([{ effect: 'wording' }]);
    expect(changesFrom(from, ['time: 3d', 'time: 72h'])).toMatchObject([{ effect: 'wording' }]);
    expect(changesFrom(from, ['time: 2d', 'time: 2wd'])).toMatchObject([{ effect: 'behaviour' }]);
  });
});

describe('a change in an override', () => {
  it('says with “or” what is enough by itself', () => {
    const last = '{ daysSince: { event: lead.replied, atMost: 2 } }';
    const [change, ...others] = changesOf([last, `${last}, { company: customer }`]);
    expect(others).toEqual([]);
    expect(change?.address).toBe('overrides.trial.readiness.hot.any.2');
    expect(change?.sentence).toMatch(/^For leads of the segment “trial”: readiness “hot”: .* or .* becomes .*, or .*$/);
    expect(change?.sentence).not.toMatch(/ and |“[0-9]+”/);
  });

  it('that goes tells only what it was different in', () => {
    const [change] = changesOf(['    sla: { first: { of: product, within: { time: 4wh } } }\n', '']);
    expect(change).toMatchObject({ address: 'overrides.trial.sla.first', kind: 'removed' });
    expect(change?.sentence).toBe(
      'For leads of the segment “trial”: SLA “first”, owed by: product becomes sales; within time: 4 working hours becomes 1 working hour (as for all other leads).',
    );
  });

  it('does not say that all others have what only just became theirs', () => {
    const size = '{ id: size, when: { field: company.employees, atLeast: 200 }, points: 25 }';
    const quota = '{ id: quota, when: { field: company.employees, atLeast: 900 }, points: 5 }';
    const rules = (
      own: string,
      base: string,
    ) => `${document.replace('  trial:\n', `  trial:\n    profile: { rules: [${own}] }\n`)}
profile: { owner: sales, rules: [${base}], grades: { A: 20 } }
`;
    const changes = diffAgreements(
      load(rules(`${size}, ${quota}`, size)),
      load(rules(size, `${size}, ${quota}`)),
    ).changes;
    const own = changes.find(({ address }) => address === 'overrides.trial.profile.rules.quota');
    expect(own?.sentence).toMatch(/“quota”: condition .*, points 5 becomes nothing\.$/);
  });

  it('does not call it something of its own that it has no more', () => {
    const [change] = changesOf(['sla: { first: { of: product, within: { time: 4wh } } }', 'sla: { first: null }']);
    expect(change?.sentence).toMatch(/ becomes nothing\.$/);
  });
});
