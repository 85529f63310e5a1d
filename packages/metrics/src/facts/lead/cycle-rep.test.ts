import type { EventType } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementWith, rulesOf, said } from '../deal/fixtures/story.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { foldLead } from './fold-lead.ts';

const lead = (type: EventType, time: string, payload: Payload = {}) => said(type, time, payload, 'lead/l');
const assigned = (time: string, to: string | null) => lead('lead.assigned', time, { to });
const handedOff = (time: string) => lead('lead.handed_off', time, { from: 'marketing', to: 'sales' });
const posts = [
  said('roster.changed', '2025-01-01', { team: 'marketing' }, 'rep/mia'),
  said('roster.changed', '2025-01-01', { team: 'sales' }, 'rep/sam'),
];
const rules = rulesOf(agreementWith(), { common: { events: posts } });
const reps = (...events: readonly StoryEvent[]) =>
  foldLead({ lead: 'lead/l', events }, rules).cycles.map((row) => [row.owner, row.owner_of_cycle, row.team_of_cycle]);

describe('cycleRep', () => {
  it('is whoever had it when it was decided, not who owned it before or gets it later', () => {
    const decided = [
      assigned('2026-01-01', 'mia'),
      handedOff('2026-01-02'),
      assigned('2026-01-03', 'sue'),
      assigned('2026-01-04', 'sam'),
      lead('lead.accepted', '2026-01-05'),
      assigned('2026-01-06', 'zoe'),
    ];
    expect(reps(...decided)).toEqual([['mia', 'sam', 'sales']]);
    expect(reps(...decided.slice(0, 3))).toEqual([['mia', 'sue', 'sales']]);
  });

  it('is the owner of the lead where it was not assigned again, unless that is somebody of the team that passed it on', () => {
    const accepted = lead('lead.accepted', '2026-01-05');
    expect(reps(assigned('2026-01-01', 'sam'), handedOff('2026-01-02'), accepted)).toEqual([['sam', 'sam', 'sales']]);
    expect(reps(assigned('2026-01-01', 'mia'), handedOff('2026-01-02'), accepted)).toEqual([['mia', null, 'sales']]);
    expect(reps(handedOff('2026-01-02'), accepted, assigned('2026-01-06', 'sam'))).toEqual([[null, 'sam', 'sales']]);
  });

  it('is another one in each cycle', () => {
    expect(
      reps(
        handedOff('2026-01-02'),
        assigned('2026-01-03', 'sam'),
        lead('lead.rejected', '2026-01-04'),
        handedOff('2026-02-02'),
        assigned('2026-02-03', 'sue'),
        assigned('2026-02-04', null),
      ),
    ).toEqual([
      [null, 'sam', 'sales'],
      ['sam', 'sue', 'sales'],
    ]);
  });
});
