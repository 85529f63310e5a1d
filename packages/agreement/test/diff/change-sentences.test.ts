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
