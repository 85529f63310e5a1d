import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from './condition.ts';
import type { ConditionContext } from './condition-context.ts';
import { evaluateCondition } from './evaluate-condition.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 9, 1);

const context: ConditionContext = {
  fields: {
    'source.channel': 'partner',
    'company.employees': 200,
    'company.industry': null,
    'lead.attributes.trial': false,
    'company.domain': 'acme.example',
  },
  lists: { named: new Set(['acme.example']) },
  grade: 'B',
  readiness: 'hot',
  segment: 'partner',
  engagementPoints: 40,
  engagements: [
    { activity: 'webinar', timeMs: nowMs - 10 * dayMs },
    { activity: 'webinar', timeMs: nowMs - 3 * dayMs },
    { activity: 'visit', timeMs: nowMs + 1 },
  ],
  answers: { timeline: 'under_3_months', budget: null },
  consents: [
    { purpose: 'newsletter', channel: 'email', status: 'granted' },
    { purpose: 'sales_contact', channel: null, status: 'denied' },
  ],
  companyStates: ['open_deal'],
  lastEventMs: { 'lead.engaged': nowMs - 3 * dayMs, 'lead.replied': nowMs + 1 },
  meetings: ['no_show', 'completed'],
  nowMs,
};

const channel = { field: 'source.channel' } as const;
const employees = { field: 'company.employees' } as const;

const cases: Readonly<Record<string, readonly (readonly [Condition, boolean])[]>> = {
  always: [[{}, true]],
  is: [
    [{ ...channel, is: 'partner' }, true],
    [{ ...channel, is: 'Partner' }, false],
    [{ ...employees, is: 200 }, true],
    [{ ...employees, is: '200' }, false],
    [{ field: 'lead.attributes.trial', is: false }, true],
    [{ field: 'company.industry', is: 'steel' }, false],
    [{ field: 'company.country', is: 'DE' }, false],
  ],
  in: [
    [{ ...channel, in: ['event', 'partner'] }, true],
    [{ ...channel, in: ['event'] }, false],
    [{ field: 'company.industry', in: ['steel'] }, false],
  ],
  between: [
    [{ ...employees, between: [200, 5000] }, true],
    [{ ...employees, between: [1, 200] }, true],
    [{ ...employees, between: [201, 5000] }, false],
    [{ ...channel, between: [0, 1] }, false],
  ],
  atLeast: [
    [{ ...employees, atLeast: 200 }, true],
    [{ ...employees, atLeast: 201 }, false],
    [{ ...channel, atLeast: 0 }, false],
  ],
  atMost: [
    [{ ...employees, atMost: 200 }, true],
    [{ ...employees, atMost: 199 }, false],
    [{ field: 'company.annualRevenue', atMost: 1 }, false],
  ],
  inList: [
    [{ field: 'company.domain', inList: 'named' }, true],
    [{ ...channel, inList: 'named' }, false],
    [{ field: 'company.domain', inList: 'constructor' }, false],
    [{ ...employees, inList: 'named' }, false],
  ],
  exists: [
    [{ ...channel, exists: true }, true],
    [{ ...channel, exists: false }, false],
    [{ field: 'company.industry', exists: true }, false],
    [{ field: 'company.industry', exists: false }, true],
    [{ field: 'company.country', exists: false }, true],
    [{ field: 'lead.attributes.trial', exists: true }, true],
  ],
  all: [
    [{ all: [{}, { grade: ['B'] }] }, true],
    [{ all: [{}, { grade: ['A'] }] }, false],
  ],
  any: [
    [{ any: [{ grade: ['A'] }, {}] }, true],
    [{ any: [{ grade: ['A'] }] }, false],
  ],
  not: [
    [{ not: {} }, false],
    [{ not: { field: 'company.industry', is: 'steel' } }, true],
  ],
  grade: [
    [{ grade: ['A', 'B'] }, true],
    [{ grade: ['A'] }, false],
  ],
  readiness: [
    [{ readiness: ['hot'] }, true],
    [{ readiness: ['raw', 'warm'] }, false],
  ],
  segment: [
    [{ segment: ['partner'] }, true],
    [{ segment: ['outbound'] }, false],
  ],
  engagement: [
    [{ engagement: { atLeast: 40 } }, true],
    [{ engagement: { atLeast: 40.001 } }, false],
    [{ engagement: { activity: ['webinar'], count: 2 } }, true],
    [{ engagement: { activity: ['webinar'], count: 3 } }, false],
    [{ engagement: { activity: ['webinar'], count: 2, within: '10d' } }, true],
    [{ engagement: { activity: ['webinar'], count: 2, within: '9d' } }, false],
    [{ engagement: { activity: ['visit'], count: 1 } }, false],
    [{ engagement: { count: 2 } }, true],
  ],
  answer: [
    [{ answer: { timeline: ['under_3_months'] } }, true],
    [{ answer: { timeline: ['within_a_year'] } }, false],
    [{ answer: { timeline: ['under_3_months'], budget: ['yes'] } }, false],
    [{ answer: { constructor: ['x'] } }, false],
  ],
  consent: [
    [{ consent: { status: 'granted' } }, true],
    [{ consent: { purpose: 'newsletter', channel: 'email', status: 'granted' } }, true],
    [{ consent: { purpose: 'newsletter', channel: 'phone', status: 'granted' } }, false],
    [{ consent: { purpose: 'sales_contact', channel: 'phone', status: 'denied' } }, true],
    [{ consent: { status: 'withdrawn' } }, false],
  ],
  company: [
    [{ company: ['customer', 'open_deal'] }, true],
    [{ company: ['customer'] }, false],
  ],
  daysSince: [
    [{ daysSince: { event: 'lead.engaged', atLeast: 3 } }, true],
    [{ daysSince: { event: 'lead.engaged', atLeast: 4 } }, false],
    [{ daysSince: { event: 'lead.engaged', atMost: 3 } }, true],
    [{ daysSince: { event: 'lead.engaged', atLeast: 1, atMost: 2 } }, false],
    [{ daysSince: { event: 'lead.replied', atMost: 100 } }, false],
    [{ daysSince: { event: 'lead.attempted', atLeast: 0 } }, false],
  ],
  meeting: [
    [{ meeting: ['completed'] }, true],
    [{ meeting: ['canceled'] }, false],
  ],
};

describe('evaluateCondition', () => {
  for (const [operator, expected] of Object.entries(cases)) {
    it.each(expected)(`${operator}: %j is %s`, (condition, holds) => {
      expect(evaluateCondition(condition, context)).toBe(holds);
    });
  }

  it('finds nothing where nothing is known, but that it does not exist', () => {
    const outer = ['always', 'all', 'any', 'not'];
    const asking = Object.entries(cases).flatMap(([operator, list]) => (outer.includes(operator) ? [] : list));
    for (const [condition] of asking) {
      const holds = 'exists' in condition && condition.exists === false;
      expect(evaluateCondition(condition, { fields: {} }), JSON.stringify(condition)).toBe(holds);
    }
  });

  it('obeys the laws of all, any and not', () => {
    const leaf = fc.constantFrom(
      ...Object.values(cases)
        .flat()
        .map(([condition]) => condition),
    );
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        const holds = (condition: Condition) => evaluateCondition(condition, context);
        expect(holds({ not: { all: [a, b] } })).toBe(holds({ any: [{ not: a }, { not: b }] }));
        expect(holds({ all: [a, b] })).toBe(holds(a) && holds(b));
        expect(holds({ not: { not: a } })).toBe(holds(a));
      }),
    );
  });

  it('needs to know the time for what is counted back from now', () => {
    const { nowMs: _, ...timeless } = context;
    expect(evaluateCondition({ engagement: { count: 1, within: '99999d' } }, timeless)).toBe(false);
    expect(evaluateCondition({ engagement: { count: 1 } }, timeless)).toBe(true);
    expect(evaluateCondition({ daysSince: { event: 'lead.engaged', atLeast: 0 } }, timeless)).toBe(false);
  });
});
