import { describe, expect, it } from 'vitest';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { engagementPoints, heldAtCap } from './engagement-points.ts';
import { gradeOf, profilePoints } from './profile-points.ts';

const dayMs = 86_400_000;

const agreement = normaliseAgreement({
  teams: { sales: {} },
  profile: {
    owner: 'sales',
    rules: [
      { id: 'size', when: { field: 'company.employees', atLeast: 200 }, points: 25.5 },
      { id: 'role', when: { field: 'contact.role', is: 'vp' }, points: 20 },
      { id: 'free', when: { field: 'company.domain', exists: false }, points: -5 },
    ],
    grades: { A: 40, B: 15 },
  },
  engagement: {
    owner: 'sales',
    halfLife: '7d',
    rules: [
      { id: 'demo', activity: 'demo', points: 40 },
      { id: 'webinar', activity: 'webinar', points: 12, cap: 20 },
      { id: 'first_webinar', activity: 'webinar', points: 1, cap: 1 },
      { id: 'jobs', activity: 'jobs_page', points: -4, cap: 6 },
    ],
  },
  questions: [{ id: 'when', ask: 'When?', askedBy: 'sales', answers: { soon: 20, never: -3 } }],
  readiness: { raw: {} },
  sla: {},
  reasons: {},
});

const did = (activity: string, days: number) => ({ activity, timeMs: -days * dayMs });
const points = (...engagements: readonly ReturnType<typeof did>[]) =>
  engagementPoints(agreement, { engagements, nowMs: 0 }) / 1000;

describe('engagementPoints', () => {
  it('adds up decayed events and holds each rule at its cap', () => {
    expect(points()).toBe(0);
    expect(points(did('demo', 0), did('demo', 7))).toBe(60);
    expect(points(did('webinar', 0))).toBe(13);
    expect(points(did('webinar', 0), did('webinar', 0))).toBe(21);
    expect(points(did('jobs_page', 0), did('jobs_page', 0))).toBe(-6);
  });

  it('lets an event of less than 24 h stay whole, and counts none that is yet to come', () => {
    expect(points(did('demo', 0.999))).toBe(40);
    expect(points(did('demo', -0.001))).toBe(0);
    expect(points(did('call', 0))).toBe(0);
  });

  it('adds the answer that holds, which does not decay', () => {
    const answered = (answer: string | null) => engagementPoints(agreement, { answers: { when: answer }, nowMs: 0 });
    expect([answered('soon'), answered('never'), answered('later'), answered(null)]).toEqual([20_000, -3000, 0, 0]);
  });

  it('holds at a cap in both directions', () => {
    expect([heldAtCap(9, 5), heldAtCap(-9, 5), heldAtCap(3, 5), heldAtCap(9, null)]).toEqual([5, -5, 3, 9]);
  });
});

describe('profilePoints and gradeOf', () => {
  const graded = (fields: Readonly<Record<string, string | number>>) => {
    const sum = profilePoints(agreement, { fields });
    return [sum, gradeOf(agreement, sum)];
  };

  it('adds up what holds; below the last grade given it is the one after it', () => {
    expect(graded({ 'company.employees': 200, 'contact.role': 'vp', 'company.domain': 'a.example' })).toEqual([
      45_500,
      'A',
    ]);
    expect(graded({ 'company.employees': 200 })).toEqual([20_500, 'B']);
    expect(graded({})).toEqual([-5000, 'C']);
  });

  it('gives no grade without a profile, without grades, and below D', () => {
    const withGrades = (grades: Readonly<Record<string, number>>) => ({
      profile: { owner: 'sales', rules: [], grades },
    });
    expect(profilePoints({}, { fields: {} })).toBeNull();
    expect(gradeOf({}, null)).toBeNull();
    expect(gradeOf(withGrades({}), 0)).toBeNull();
    expect(gradeOf(withGrades({ A: 10, D: 5 }), 4000)).toBeNull();
    expect(gradeOf(withGrades({ A: 10, D: 5 }), 5000)).toBe('D');
  });
});
