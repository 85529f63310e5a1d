import { type LeadState, nextState } from '@sameteam/agreement';
import { compareUtf8, eventRank, type LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { simulateCompany } from './simulate-company.ts';

/** The events that each lead moves by, its opportunity's included, in the order of facts. */
function histories(events: Iterable<LeadEvent>): ReadonlyMap<string, readonly LeadEvent[]> {
  const leadsOf = new Map<string, readonly string[]>();
  const found = new Map<string, LeadEvent[]>();
  for (const event of events) {
    if (event.type === 'opportunity.opened') leadsOf.set(event.subject, event.data.leads ?? []);
    const leads = event.subject.startsWith('lead/') ? [event.subject] : (leadsOf.get(event.subject) ?? []);
    for (const lead of leads) found.set(lead, [...(found.get(lead) ?? []), event]);
  }
  for (const history of found.values()) {
    history.sort(
      (a, b) =>
        Date.parse(a.time) - Date.parse(b.time) ||
        eventRank(a.type) - eventRank(b.type) ||
        compareUtf8(a.source, b.source) ||
        compareUtf8(a.id, b.id),
    );
  }
  return found;
}

describe('the lifecycle table', () => {
  it.each([1, 2, 3])('is obeyed by every lead of seed %i but those declared odd', (seed) => {
    const company = simulateCompany({ seed, leads: 6000, end: '2028-01-01T00:00:00Z' });
    const oddities = new Map([...company.outcomes].map(({ lead, oddity }) => [lead as string, oddity]));
    const illegal = new Set<string | null | undefined>();
    const ended = new Map<LeadState | null, number>();
    let odd = 0;
    for (const [lead, history] of histories(company.events)) {
      let state: LeadState | null = null;
      let isLegal = true;
      for (const event of history) {
        const to = event.type === 'lead.stage_reset' ? { to: event.data.to } : {};
        const next = nextState(state, event.type, to);
        isLegal &&= next.legal;
        state = next.state;
      }
      ended.set(state, (ended.get(state) ?? 0) + 1);
      if (isLegal) continue;
      odd++;
      illegal.add(oddities.get(lead) ?? `${lead}: ${history.map(({ type, time }) => `${time} ${type}`).join(', ')}`);
    }
    for (const reason of illegal) expect(['won_before_capture', 'accepted_before_hand_off']).toContain(reason);
    expect(odd).toBeLessThan(15);
    // Leads end in every state that there is.
    for (const state of [
      'inquiry',
      'mql',
      'handed_off',
      'revived',
      'sal',
      'opportunity',
      'customer',
      'rejected',
      'recycled',
      'lost',
      'disqualified',
    ] as const) {
      expect(ended.get(state) ?? 0, state).toBeGreaterThan(0);
    }
  });
});
