import { describe, expect, it } from 'vitest';
import { at, leadOf } from './fixtures/story.ts';
import { marketingPart } from './marketing-part.ts';
import { isMarketingTouch } from './marketing-touch.ts';

const sourcing = { rule: 'first_touch', window: '30d', influence: { window: '60d' } } as const;
const life = { openedMs: at('2026-03-31'), closedMs: null };

const touch = (time: string, activity: string, more: { motion?: string; touch_campaign?: string } = {}) => ({
  at_touched: at(time),
  activity,
  ...more,
});
const lead = (...touches: ReturnType<typeof touch>[]) => leadOf({}, { touches });
const outbound = (time: string) => touch(time, 'captured', { motion: 'outbound' });
const visit = (time: string) => touch(time, 'visit');

describe('isMarketingTouch', () => {
  it('holds for what a lead does of itself, not for a capture by sales nor a reply to a rep', () => {
    const of = (activity: string | null, more: { motion?: string; touch_campaign?: string } = {}) =>
      isMarketingTouch({ activity, motion: more.motion ?? null, touch_campaign: more.touch_campaign ?? null });
    expect(of('captured')).toBe(true);
    expect(of('captured', { motion: 'inbound' })).toBe(true);
    expect(of('captured', { motion: 'outbound', touch_campaign: 'cold' })).toBe(false);
    expect(of('visit', { motion: 'outbound' })).toBe(true);
    expect(of(null)).toBe(true);
    expect(of('replied')).toBe(false);
    expect(of('replied', { touch_campaign: 'spring' })).toBe(true);
  });
});

describe('marketingPart', () => {
  it('is neither without leads or touches', () => {
    expect(marketingPart([], life, sourcing)).toBe('neither');
    expect(marketingPart([lead()], life, sourcing)).toBe('neither');
  });

  it('asks the first, the last or any touch within the window, both ends included', () => {
    const mixed = [lead(outbound('2026-03-01'), visit('2026-03-10'), touch('2026-03-31', 'replied'))];
    expect(marketingPart(mixed, life, sourcing)).toBe('influenced');
    expect(marketingPart(mixed, life, { ...sourcing, rule: 'last_touch' })).toBe('influenced');
    expect(marketingPart(mixed, life, { ...sourcing, rule: 'any_touch' })).toBe('sourced');
    expect(marketingPart([lead(visit('2026-03-01'), outbound('2026-03-02'))], life, sourcing)).toBe('sourced');
    expect(
      marketingPart([lead(outbound('2026-03-02'), visit('2026-03-31'))], life, { ...sourcing, rule: 'last_touch' }),
    ).toBe('sourced');
    // A touch before the window is none: the first one within it decides.
    expect(marketingPart([lead(visit('2026-02-28'), outbound('2026-03-02'))], life, sourcing)).toBe('influenced');
    expect(marketingPart([lead(outbound('2026-02-28'), visit('2026-03-02'))], life, sourcing)).toBe('sourced');
  });

  it('takes the touches of all leads together', () => {
    const first = leadOf({ lead: 'lead/a' }, { touches: [outbound('2026-03-05')] });
    const second = leadOf({ lead: 'lead/b' }, { touches: [visit('2026-03-04')] });
    expect(marketingPart([first, second], life, sourcing)).toBe('sourced');
    const tied = leadOf({ lead: 'lead/b' }, { touches: [visit('2026-03-05')] });
    expect(marketingPart([first, tied], life, sourcing)).toBe('influenced');
    expect(marketingPart([first, tied], life, { ...sourcing, rule: 'last_touch' })).toBe('sourced');
  });

  it('is influenced by a touch within the window up to the end', () => {
    const closed = { openedMs: at('2026-01-01'), closedMs: at('2026-03-31') };
    // 60 days before 31 March is 30 January.
    expect(marketingPart([lead(visit('2026-01-30'))], closed, sourcing)).toBe('influenced');
    expect(marketingPart([lead(visit('2026-01-29'))], closed, sourcing)).toBe('neither');
    expect(marketingPart([lead(visit('2026-03-31'))], closed, sourcing)).toBe('influenced');
    expect(marketingPart([lead(visit('2026-04-01'))], closed, sourcing)).toBe('neither');
    expect(marketingPart([lead(touch('2026-03-01', 'replied'))], closed, sourcing)).toBe('neither');
  });

  it('is influenced while open by any touch from so long before its opening on', () => {
    expect(marketingPart([lead(visit('2026-01-30'))], life, sourcing)).toBe('influenced');
    expect(marketingPart([lead(visit('2026-01-29'))], life, sourcing)).toBe('neither');
    expect(marketingPart([lead(visit('2027-12-31'))], life, sourcing)).toBe('influenced');
  });
});
