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
        occurrence: 1,
        isReplaced: false,
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

  it('takes back a cancellation when it is planned again', () => {
    const [canceled] = meetingsOf(changed(1, 'scheduled'), changed(2, 'canceled'), changed(3, 'rescheduled'));
    expect(canceled).toMatchObject({ canceledMs: null, reschedules: 1 });
  });

  it('takes what is planned in place of a missed one as another time, which is held or missed by itself', () => {
    const id = { meeting: 'meeting/1', kind: 'demo' };
    const story = [
      changed(1, 'scheduled', id),
      changed(2, 'rescheduled', id),
      changed(3, 'no_show', id),
      changed(4, 'rescheduled', { meeting: 'meeting/1', startsAt: '2026-01-06T10:00:00Z' }),
      changed(6, 'completed', { meeting: 'meeting/1' }),
    ];
    expect(
      meetingsOf(...story).map(({ occurrence, bookedMs, noShowMs, heldMs, reschedules, kind }) => [
        occurrence,
        bookedMs,
        noShowMs,
        heldMs,
        reschedules,
        kind,
      ]),
    ).toEqual([
      [1, at('2026-01-01'), at('2026-01-03'), null, 1, 'demo'],
      [2, at('2026-01-04'), null, at('2026-01-06'), 0, 'demo'],
    ]);
    expect(meetingsOf(...story.slice(0, 4)).map(isPlanned)).toEqual([false, true]);
  });

  it('corrects a miss that was none: said to be held without being planned again', () => {
    const [meeting, ...others] = meetingsOf(changed(1, 'scheduled'), changed(2, 'no_show'), changed(3, 'completed'));
    expect([meeting?.heldMs, others]).toEqual([at('2026-01-03'), []]);
  });

  it('tells conditions of each meeting what was said last of it', () => {
    const list = new MeetingList();
    const story = [changed(1, 'scheduled'), changed(2, 'completed'), changed(3, 'scheduled'), changed(4, 'no_show')];
    for (const [index, event] of [...story, changed(5, 'rescheduled')].entries()) list.take(event, index, scope);
    expect(list.statuses).toEqual(['completed', 'scheduled']);
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
