import { describe, expect, it } from 'vitest';
import { at, said } from '../deal/fixtures/story.ts';
import { rosters } from './rosters.ts';

const post = (time: string, payload: Readonly<Record<string, unknown>>) =>
  said('roster.changed', time, payload, 'rep/ann');

describe('rosters', () => {
  it('tells the team that was said last, from its first day to its last in the zone', () => {
    const { teamOf, calendarOf } = rosters(
      [post('2026-01-01', { team: 'sdr', from: '2026-01-10', until: '2026-01-31', calendar: 'berlin' })],
      'Europe/Berlin',
    );
    expect(teamOf('ann', at('2026-01-09T22:59:59Z'))).toBeNull();
    expect(teamOf('ann', at('2026-01-09T23:00:00Z'))).toBe('sdr');
    expect(teamOf('ann', at('2026-01-31T22:59:59Z'))).toBe('sdr');
    expect(teamOf('ann', at('2026-01-31T23:00:00Z'))).toBeNull();
    expect([calendarOf('ann', at('2026-01-15')), calendarOf('bob', at('2026-01-15'))]).toEqual(['berlin', null]);
  });

  it('knows the absences of a rep as they were told by then: the last list', () => {
    const [easter, may] = [
      { from: '2026-04-03', until: '2026-04-06' },
      { from: '2026-05-01', until: '2026-05-01' },
    ];
    const { awayOf } = rosters(
      [
        post('2026-01-01', { team: 'sdr', away: [easter] }),
        post('2026-02-01', { team: 'sales' }),
        post('2026-03-01', { team: 'sales', away: [easter, may] }),
        post('2026-06-01', { team: 'sales', away: [] }),
      ],
      'UTC',
    );
    const known = ['2025-12-31', '2026-02-02', '2026-03-01', '2026-06-01'].map((day) => awayOf('ann', at(day)));
    expect(known).toEqual([[], [easter], [easter, may], []]);
    expect(awayOf('bob', at('2026-02-02'))).toEqual([]);
  });

  it('leaves a post in force until one that was said in advance begins, and knows nothing of what comes later', () => {
    const { teamOf } = rosters(
      [post('2026-01-01', { team: 'sdr' }), post('2026-02-01', { team: 'sales', from: '2026-03-01' })],
      'UTC',
    );
    expect(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-01'].map((day) => teamOf('ann', at(day)))).toEqual([
      null,
      'sdr',
      'sdr',
      'sales',
    ]);
  });
});
