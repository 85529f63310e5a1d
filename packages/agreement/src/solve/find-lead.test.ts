import { describe, expect, it } from 'vitest';
import { patched } from '../../test/lint-case.ts';
import { AgreementError } from '../agreement-error.ts';
import type { Condition } from '../condition/condition.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';
import { agreementTemplates } from '../templates/agreement-templates.ts';
import { findLead } from './find-lead.ts';

const clean = patched({});

const small = (given: Partial<AgreementInput>) =>
  normaliseAgreement({ teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {}, ...given });

const all = (...parts: readonly Condition[]): Condition => ({ all: parts });
const not = (part: Condition): Condition => ({ not: part });
const is = (agreement: Parameters<typeof findLead>[0], wanted: Condition) => findLead(agreement, wanted) !== null;

describe('findLead', () => {
  it('gives an example that is easy to read', () => {
    expect(findLead(clean, { readiness: ['hot'] })).toMatchObject({
      fields: { 'company.employees': 200 },
      grade: 'A',
      readiness: 'hot',
      engagements: [{ activity: 'demo_request', daysAgo: 0, times: 1 }],
      daysSince: { 'lead.engaged': 0 },
    });
  });

  it('knows that conditions exclude each other', () => {
    expect(is(clean, all({ grade: ['D'] }, { readiness: ['hot'] }))).toBe(false);
    expect(is(clean, all({ readiness: ['raw'] }, { engagement: { atLeast: 15 } }))).toBe(false);
    expect(is(clean, all({ segment: ['outbound'] }, { field: 'source.channel', is: 'partner' }))).toBe(false);
  });

  it('asks for a segment, or for none', () => {
    expect(findLead(clean, {}, { segment: 'outbound' })?.fields).toEqual({ 'source.motion': 'outbound' });
    expect(findLead(clean, { field: 'source.motion', is: 'outbound' }, { segment: null })).toBeNull();
    expect(findLead(clean, {}, { segment: 'nowhere' })).toBeNull();
  });

  it('takes values that the model admits only', () => {
    const employees = { field: 'company.employees' } as const;
    expect(is(clean, all({ ...employees, atLeast: 7.2 }, { ...employees, atMost: 7.8 }))).toBe(false);
    expect(is(clean, { ...employees, atMost: -1 })).toBe(false);
    const revenue = { field: 'company.annualRevenue' } as const;
    expect(is(clean, all({ ...revenue, atLeast: 0.991 }, { ...revenue, atMost: 0.999 }))).toBe(false);
    expect(is(clean, all({ ...revenue, atLeast: 0.991 }, { ...revenue, atMost: 1 }))).toBe(true);
    expect(is(clean, { field: 'source.motion', is: 'sideways' })).toBe(false);
    const attribute = { field: 'lead.attributes.score' } as const;
    expect(
      is(clean, all({ ...attribute, atLeast: 1 }, { ...attribute, atMost: 1.1 }, not({ ...attribute, is: 1 }))),
    ).toBe(true);
    expect(
      is(
        clean,
        all({ ...attribute, exists: true }, not({ ...attribute, atLeast: 1 }), not({ ...attribute, atMost: 1 })),
      ),
    ).toBe(true);
  });

  it('knows the entries of lists that come with Sameteam, and lets a file say anything, but one thing', () => {
    const lists = { freemail: 'builtin', named: { file: 'named.csv', key: 'company.domain' } } as const;
    const agreement = small({ lists });
    const domain = { field: 'company.domain' } as const;
    expect(is(agreement, all({ ...domain, is: 'gmail.com' }, not({ ...domain, inList: 'freemail' })))).toBe(false);
    expect(findLead(agreement, all({ ...domain, inList: 'freemail' }, { ...domain, inList: 'named' }))?.lists).toEqual({
      named: ['aol.com'],
    });
    const name = { field: 'company.name' } as const;
    const same = [
      { ...domain, is: 'acme' },
      { ...name, is: 'acme' },
    ] as const;
    expect(is(agreement, all(...same, { ...domain, inList: 'named' }, not({ ...name, inList: 'named' })))).toBe(false);
    expect(
      is(agreement, all({ ...domain, inList: 'named' }, { ...name, exists: true }, not({ ...name, inList: 'named' }))),
    ).toBe(true);
    expect(is(agreement, { ...domain, inList: 'rivals' })).toBe(false);
  });

  it('keeps days and events together as a log does', () => {
    const since = (
      event: 'lead.engaged' | 'lead.answered' | 'meeting.changed',
      bounds: { atLeast?: number; atMost?: number },
    ) => ({ daysSince: { event, ...bounds } }) as const;
    expect(is(clean, all(since('lead.engaged', { atLeast: 3 }), { engagement: { count: 1, within: '2d' } }))).toBe(
      false,
    );
    expect(is(clean, all(since('lead.engaged', { atMost: 3 }), not({ engagement: { count: 1 } })))).toBe(false);
    const late = findLead(clean, all(since('lead.engaged', { atLeast: 30 }), { engagement: { atLeast: 40 } }));
    expect(late?.engagements).toEqual([{ activity: 'demo_request', daysAgo: 30, times: 2 }]);
    const never = not(since('lead.answered', { atLeast: 0 }));
    expect(is(clean, all(never, { answer: { timeline: ['later'] } }))).toBe(false);
    expect(is(clean, all(since('lead.answered', { atLeast: 0 }), not({ answer: { timeline: ['later'] } })))).toBe(true);
    expect(is(clean, all(not(since('meeting.changed', { atLeast: 0 })), { meeting: ['no_show'] }))).toBe(false);
    const met = all(since('meeting.changed', { atMost: 9 }), not({ meeting: ['no_show', 'completed', 'canceled'] }));
    expect(findLead(clean, met)?.meetings).toEqual(['scheduled']);
  });

  it('decides sums to the thousandth, with decay', () => {
    const engagement = (rules: NonNullable<AgreementInput['engagement']>['rules'], halfLife?: '1d') =>
      small({ engagement: { owner: 'sales', rules, ...(halfLife === undefined ? {} : { halfLife }) } });
    const between = (low: number, high: number) =>
      all({ engagement: { atLeast: low } }, not({ engagement: { atLeast: high } }));
    const coins = engagement([
      { id: 'a', activity: 'a', points: 6 },
      { id: 'b', activity: 'b', points: 10 },
      { id: 'c', activity: 'c', points: 15 },
    ]);
    // The largest sum that 6, 10 and 15 cannot make is 29.
    expect([28, 29, 30, 31].map((sum) => is(coins, between(sum, sum + 0.001)))).toEqual([true, false, true, true]);
    const both = engagement([
      { id: 'up', activity: 'a', points: 7 },
      { id: 'down', activity: 'b', points: -5 },
    ]);
    expect(is(both, between(1, 1.001))).toBe(true);
    expect(is(both, between(1.5, 1.501))).toBe(false);
    const halves = engagement([{ id: 'a', activity: 'a', points: 8 }], '1d');
    const once = not({ engagement: { count: 2 } });
    expect([8, 4, 2, 1, 3].map((sum) => is(halves, all(once, between(sum, sum + 0.001))))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(is(halves, between(3, 3.001))).toBe(true);
    const rules = engagement([
      { id: 'each', activity: 'a', points: 3, cap: 6 },
      { id: 'first', activity: 'a', points: 4, cap: 4 },
    ]);
    expect([3, 4, 7, 10, 11].map((sum) => is(rules, between(sum, sum + 0.001)))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('is fast on the templates', () => {
    for (const template of Object.values(agreementTemplates)) {
      const { agreement } = parseAgreement(template.write({ name: 'Us', timeZone: 'UTC', currency: 'EUR' }));
      if (agreement === null) throw new Error('A template loads.');
      const start = performance.now();
      for (const name of agreement.order.readiness) expect(is(agreement, { readiness: [name] })).toBe(true);
      // 5 ms on a quiet machine; the bound only tells an explosion from a busy machine.
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });

  it('says so when it gives up, and never guesses', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ count: 40 + index, activity: [`a${index}`] }));
    const agreement = small({
      engagement: {
        owner: 'sales',
        rules: many.map(({ activity: [name = ''] }) => ({ id: name, activity: name, points: 7.001 })),
      },
    });
    const tests = many.map((test): Condition => ({ engagement: test }));
    const wanted = all(...tests, { engagement: { count: 900 } }, not({ engagement: { atLeast: 1 } }));
    const attempt = () => findLead(agreement, wanted);
    expect(attempt).toThrow(AgreementError);
    expect(attempt).toThrow(/not decided/);
  });
});
