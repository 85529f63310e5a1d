import type { EventType } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementWith, rulesOf, said } from '../deal/fixtures/story.ts';
import type { Payload } from '../story/story.ts';
import { foldLead } from './fold-lead.ts';

const lead = (type: EventType, time: string, payload: Payload = {}) => said(type, time, payload, 'lead/l');
const call = { automated: false, channel: 'call', connected: false, direction: 'outbound' };
const rules = rulesOf(agreementWith());

describe('cycleRow', () => {
  it('keeps how a cycle stood when it was sent back first, beside how it stood at its hand-off', () => {
    const { cycles } = foldLead(
      {
        lead: 'lead/l',
        events: [
          lead('lead.handed_off', '2026-01-05', { from: 'marketing', to: 'sales' }),
          lead('lead.assigned', '2026-01-06', { to: 'sam' }),
          lead('lead.rejected', '2026-01-07', { reason: 'too_small' }),
          lead('lead.assigned', '2026-01-08', { to: 'sue' }),
          lead('lead.rejected', '2026-01-09', { reason: 'rival' }),
        ],
      },
      rules,
    );
    expect(cycles[0]).toMatchObject({ owner: null, reason: null, team: 'sales' });
    expect(cycles[0]).toMatchObject({ owner_at_rejected: 'sam', reason_at_rejected: 'too_small' });
    expect(cycles[0]).toMatchObject({ at_recycled: null, owner_at_recycled: null, reason_at_recycled: null });
  });

  it('counts working time to the decision from the hand-off, to the first attempt from the owner', () => {
    // Monday to Friday, 9 to 17: 5 January is a Monday.
    const { cycles } = foldLead(
      {
        lead: 'lead/l',
        events: [
          lead('lead.handed_off', '2026-01-05T08:00:00Z', { from: 'marketing', to: 'sales' }),
          lead('lead.assigned', '2026-01-05T12:00:00Z', { to: 'sam' }),
          lead('lead.attempted', '2026-01-05T13:00:00Z', call),
          lead('lead.accepted', '2026-01-05T15:00:00Z'),
          lead('lead.handed_off', '2026-01-12T09:00:00Z', { from: 'marketing', to: 'sales' }),
          lead('lead.attempted', '2026-01-12T10:00:00Z', call),
          lead('lead.assigned', '2026-01-12T11:00:00Z', { to: 'sue' }),
        ],
      },
      rules,
    );
    const hours = cycles.map((row) =>
      [row.worked_to_assigned, row.worked_to_attempted, row.worked_to_decided].map((s) => s && s / 3600),
    );
    expect(hours).toEqual([
      [3, 1, 6],
      [2, null, null],
    ]);
  });
});
