import { describe, expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said } from '../deal/fixtures/story.ts';
import { leadTouches } from './lead-touches.ts';
import { channelPath, touchAges, touchesUntil, touchMarks } from './touch-path.ts';

const lead = (type: Parameters<typeof said>[0], time: string, payload = {}) => said(type, time, payload, 'lead/l');
const rules = rulesOf(agreementWith(), {
  common: { events: [said('campaign.planned', '2025-01-01', { channel: 'fair' }, 'campaign/autumn')] },
  rootOf: (subject) => (subject === 'lead/alias' ? 'lead/l' : subject),
});
const member = (time: string, payload: object) =>
  said('campaign.member_changed', time, { status: 'attended', responded: true, ...payload }, 'campaign/autumn');
const events = [
  lead('lead.captured', '2026-01-01', { source: { channel: 'email', campaign: 'autumn' } }),
  lead('lead.engaged', '2026-01-02', { activity: 'visit', channel: 'website' }),
  lead('lead.engaged', '2026-01-03', { activity: 'visit', campaign: 'autumn' }),
  lead('lead.replied', '2026-01-04'),
  member('2026-01-05', { member: 'lead/alias' }),
  member('2026-01-05', { member: 'contact/c' }),
  member('2026-01-06', { member: 'lead/other' }),
  member('2026-01-06', { member: 'lead/l', responded: false }),
  lead('lead.attempted', '2026-01-07', { channel: 'call' }),
];
const touches = leadTouches(events, { lead: 'lead/l', contact: 'contact/c' }, rules);

describe('leadTouches', () => {
  it('tells what and by which channel: of the event, else of its campaign', () => {
    expect(touches.map(({ activity, channel, campaign }) => [activity, channel, campaign])).toEqual([
      ['captured', 'email', 'autumn'],
      ['visit', 'website', null],
      ['visit', 'fair', 'autumn'],
      ['replied', null, null],
      ['attended', 'fair', 'autumn'],
      ['attended', 'fair', 'autumn'],
    ]);
  });
});

describe('touchesUntil', () => {
  it('takes those at the bound, and tells their channels and ages', () => {
    const until = at('2026-01-04T12:00:00Z');
    const path = touchesUntil(touches, until);
    expect(channelPath(path)).toBe('["email","website","fair",null]');
    expect(touchAges(path, until)).toBe('[3,2,1,0]');
    expect(touchMarks(path, { at_captured: at('2026-01-01'), at_opportunity: at('2026-01-03T12:00:00Z') })).toBe(
      '[0,2]',
    );
    expect(touchMarks(path, { at_captured: at('2025-12-31'), at_opportunity: null })).toBe('[null,null]');
    expect(touchesUntil(touches, at('2026-01-01'))).toHaveLength(1);
    expect(channelPath(touchesUntil(touches, 0))).toBe('[]');
  });

  it('keeps the first of a long path, and the last 50', () => {
    const visit = (index: number) => lead('lead.engaged', '2026-01-01', { activity: 'visit', channel: `c${index}` });
    const long = leadTouches(
      Array.from({ length: 80 }, (_, index) => visit(index)),
      { lead: 'lead/l', contact: null },
      rules,
    );
    const path = JSON.parse(channelPath(touchesUntil(long, Number.POSITIVE_INFINITY))) as string[];
    expect([path.length, path[0], path[1], path[50]]).toEqual([51, 'c0', 'c30', 'c79']);
    expect(touchesUntil(long.slice(0, 51), Number.POSITIVE_INFINITY)).toHaveLength(51);
  });
});
