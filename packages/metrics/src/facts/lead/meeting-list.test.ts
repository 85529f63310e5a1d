import { describe, expect, it } from 'vitest';
import { at, said } from '../deal/fixtures/story.ts';
import { isPlanned, MeetingList } from './meeting-list.ts';

const scope = { lead: 'lead/l', deals: new Set(['opportunity/o']), ownDeals: new Set(['opportunity/o']) };
const changed = (day: number, status: string, more = {}, subject = 'lead/l') =>
  said('meeting.changed', `2026-01-0${day}`, { status, ...more }, subject);

function meetingsOf(...events: readonly ReturnType<typeof changed>[]) {
  const list = new MeetingList();
  for (const [index, event] of events.entries()) list.take(event, index, scope);
  return list.meetings;
}

describe('MeetingList', () => {
  it('follows a meeting by its id to what it came to', () => {
    const id = { meeting: 'meeting/1' };
    expect(
      meetingsOf(
        changed(1, 'scheduled', { ...id, startsAt: '2026-01-04T10:00:00Z', kind: 'demo' }),
        changed(2, 'rescheduled', { ...id, startsAt: '2026-01-05T10:00:00Z' }),
        changed(5, 'completed', id),
      ),
    ).toEqual([
      {
        bookedIndex: 0,
        bookedMs: at('2026-01-01'),
        opportunity: null,
        status: 'completed',
        startsMs: at('2026-01-05T10:00:00Z'),
        heldMs: at('2026-01-05'),
        noShowMs: null,
        canceledMs: null,
        reschedules: 1,
        kind: 'demo',
      },
    ]);
  });

  it('takes back a cancellation when it is planned again, but not that nobody came', () => {
    const [canceled] = meetingsOf(changed(1, 'scheduled'), changed(2, 'canceled'), changed(3, 'rescheduled'));
    expect(canceled).toMatchObject({ canceledMs: null, reschedules: 1 });
    const [missed] = meetingsOf(changed(1, 'scheduled'), changed(2, 'no_show'), changed(3, 'rescheduled'));
    expect(missed).toMatchObject({ noShowMs: at('2026-01-02') });
    expect(missed !== undefined && isPlanned(missed)).toBe(true);
  });

  it('tells meetings without an id apart by their end, and by whom they are about', () => {
    const meetings = meetingsOf(
      changed(1, 'scheduled'),
      changed(2, 'completed'),
      changed(3, 'scheduled'),
      changed(4, 'scheduled', {}, 'opportunity/o'),
      changed(5, 'scheduled', {}, 'company/a'),
      changed(5, 'scheduled', {}, 'opportunity/of-another-lead'),
    );
    expect(meetings.map(({ status, opportunity }) => [status, opportunity])).toEqual([
      ['completed', null],
      ['scheduled', null],
      ['scheduled', 'opportunity/o'],
    ]);
  });
});
