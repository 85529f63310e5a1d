import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition/condition.ts';
import { conditionInWords } from './condition-in-words.ts';

const euro = { currency: 'EUR' };

const cases: readonly (readonly [Condition, string])[] = [
  [{}, 'always'],
  [{ not: {} }, 'never'],
  [{ grade: ['A', 'B'] }, 'it is graded A or B'],
  [{ readiness: ['hot'] }, 'it is hot'],
  [{ segment: ['partner'] }, 'it belongs to the segment partner'],
  [{ engagement: { atLeast: 1 } }, 'it has at least 1 point of engagement'],
  [
    { engagement: { activity: ['webinar'], count: 2, within: '30d' } },
    'it showed “webinar” at least 2 times in the last 30 days',
  ],
  [{ engagement: { count: 1 } }, 'it showed any engagement at least once'],
  [{ answer: { timeline: ['now', 'soon'] } }, 'it answered “timeline” with “now” or “soon”'],
  [
    { consent: { purpose: 'sales', channel: 'phone', status: 'granted' } },
    'its contact granted consent to “sales” by “phone”',
  ],
  [{ company: ['customer', 'open_deal'] }, 'its company is a customer or has an open deal'],
  [{ daysSince: { event: 'lead.replied', atLeast: 10, atMost: 30 } }, 'its last reply was 10 to 30 days ago'],
  [{ daysSince: { event: 'opportunity.lost', atLeast: 300 } }, 'its opportunity’s last loss was 300 days ago or more'],
  [{ meeting: ['completed', 'no_show'] }, 'it has a completed or missed (no-show) meeting'],
  [{ field: 'company.employees', between: [200, 5000] }, 'its company’s number of employees is from 200 to 5,000'],
  [{ field: 'company.annualRevenue', atLeast: 20000000 }, 'its company’s annual revenue is €20,000,000 or more'],
  [{ field: 'company.domain', inList: 'rivals' }, 'its company’s domain is on the list “rivals”'],
  [{ field: 'contact.phone', exists: false }, 'its contact’s phone number is not known'],
  [{ not: { field: 'contact.phone', exists: false } }, 'its contact’s phone number is known'],
  [{ not: { field: 'source.channel', in: ['partner', 'event'] } }, 'its source’s channel is not “partner” or “event”'],
  [{ not: { engagement: { atLeast: 15 } } }, 'it has fewer than 15 points of engagement'],
  [{ field: 'lead.attributes.budget ok', is: true }, 'its attribute “budget ok” is yes'],
  [
    { all: [{ grade: ['A'] }, { any: [{ readiness: ['hot'] }, { company: ['customer'] }] }] },
    'it is graded A, and (it is hot or its company is a customer)',
  ],
  [{ not: { all: [{ grade: ['A'] }, { readiness: ['hot'] }] } }, 'it is not graded A or it is not hot'],
];

describe('conditionInWords', () => {
  it.each(cases)('%j', (condition, words) => {
    expect(conditionInWords(condition, euro)).toBe(words);
  });

  it('tells amounts without a currency where it knows none', () => {
    expect(conditionInWords({ field: 'opportunity.amount', atMost: 1000.5 })).toBe(
      'its opportunity’s amount is 1,000.5 or less',
    );
  });

  it.each([
    ['c_level', 'c level'],
    ['vp', 'VP'],
    ['a', 'a '],
    ['a b', 'a  b'],
    ['a b', 'a\u00a0b'],
    ['a', 'a\u3164'],
    ['a', 'a\u2800'],
    ['a\u200b', 'a[U+200B]'],
  ])('tells %j from %j', (one, other) => {
    const said = (value: string) => conditionInWords({ field: 'contact.role', is: value });
    expect(said(one)).not.toBe(said(other));
    expect(said(one)).toContain(one === 'a\u200b' ? '“a[U+200B]”' : `“${one}”`);
  });

  it('shows a value exactly as it is compared, and what is hidden in it', () => {
    expect(conditionInWords({ field: 'source.channel', is: 'a\u202eb\nc' })).toBe(
      'its source’s channel is “a[U+202E]b[U+000A]c”',
    );
  });
});
