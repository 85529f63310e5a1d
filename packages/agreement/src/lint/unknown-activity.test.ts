import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { unknownActivity } from './unknown-activity.ts';

const counting = (...activity: readonly string[]) => ({
  readiness: { warm: { any: [{ engagement: { atLeast: 15 } }, { engagement: { activity, count: 1 } }] } },
});

describe('unknown-activity', () => {
  it('finds one that is spelt nearly like that of a rule', () => {
    const [issue] = lintCase(unknownActivity, counting('visit', 'demo_reqest'));
    expect(issue?.pointer).toBe('/readiness/warm/any/1/engagement/activity/1');
    expect(issue?.remedy).toContain('Did you mean "demo_request"?');
    for (const slip of ['demo_requset', 'demo_requests', 'Webiner']) {
      expect(lintPlaces(unknownActivity, counting(slip)), slip).toHaveLength(1);
    }
  });

  it('is content with those that rules name, and with quite different ones', () => {
    expect(lintPlaces(unknownActivity, {})).toEqual([]);
    for (const fine of ['demo_request', 'pricing_visit', 'demo_requested', 'webinar2', 'request']) {
      expect(lintPlaces(unknownActivity, counting(fine)), fine).toEqual([]);
    }
  });
});
