import { describe, expect, it } from 'vitest';
import { at, said } from '../deal/fixtures/story.ts';
import { leadStages, timeOfKey } from './lead-stages.ts';

const deals = new Set(['opportunity/o', 'opportunity/p']);
const lead = (type: Parameters<typeof said>[0], time: string, payload = {}) => said(type, time, payload, 'lead/l');
const timesOf = (events: Parameters<typeof leadStages>[0]) => {
  const { key, implied, impossible } = leadStages(events, deals);
  const days = key.map((at) => (Number.isNaN(at) ? null : new Date(timeOfKey(at)).toISOString().slice(5, 10)));
  return { days, implied, impossible };
};

describe('leadStages', () => {
  it('takes the first event of each stage, and implies what was skipped', () => {
    const events = [
      lead('lead.captured', '2026-01-01'),
      lead('lead.captured', '2026-01-02'),
      lead('lead.accepted', '2026-01-11'),
    ];
    expect(timesOf(events)).toEqual({
      days: ['01-01', '01-11', '01-11', '01-11', null, null, null],
      implied: 0b110,
      impossible: false,
    });
  });

  it('voids by a correction what was attained up to it, but not by a regression', () => {
    const events = (kind: string) => [
      lead('lead.captured', '2026-01-01'),
      lead('lead.qualified', '2026-01-02'),
      lead('lead.accepted', '2026-01-05'),
      lead('lead.stage_reset', '2026-01-06', { kind, to: 'mql' }),
      lead('lead.accepted', '2026-01-08'),
    ];
    expect(timesOf(events('correction')).days.slice(0, 4)).toEqual(['01-01', '01-02', '01-08', '01-08']);
    expect(timesOf(events('regression')).days.slice(0, 4)).toEqual(['01-01', '01-02', '01-05', '01-05']);
  });

  it('counts a win that no later reopening takes back, and the loss likewise', () => {
    const events = [
      lead('lead.captured', '2026-01-01'),
      said('opportunity.opened', '2026-01-02'),
      said('opportunity.won', '2026-01-03'),
      said('opportunity.reopened', '2026-01-04'),
      said('opportunity.lost', '2026-01-05'),
      said('opportunity.reopened', '2026-01-06'),
      said('opportunity.won', '2026-01-07'),
      said('opportunity.won', '2026-01-01', {}, 'opportunity/of-another-lead'),
    ];
    expect(timesOf(events).days.slice(-2)).toEqual(['01-02', '01-07']);
    expect(leadStages(events, deals).lostKey).toBeNaN();
    expect(timeOfKey(leadStages(events.slice(0, 5), deals).lostKey)).toBe(at('2026-01-05'));
  });

  it('lets a win that was never opened imply its opening, before that of another opportunity', () => {
    const events = [
      lead('lead.captured', '2026-01-01'),
      said('opportunity.won', '2026-01-03'),
      said('opportunity.opened', '2026-01-05', {}, 'opportunity/p'),
    ];
    expect(timesOf(events)).toMatchObject({ days: ['01-01', '01-03', '01-03', '01-03', '01-03', '01-03', '01-03'] });
  });

  it('says that an order is impossible', () => {
    const events = [lead('lead.qualified', '2026-01-01'), lead('lead.captured', '2026-01-02')];
    expect(timesOf(events).impossible).toBe(true);
    expect(timesOf([]).impossible).toBe(false);
  });
});
