import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { simulateCompany } from '../simulate-company.ts';
import { dayMs } from '../time/berlin-time.ts';

const options = { seed: 4, leads: 6000 } as const;

/** When each lead was captured and first won, as the log says. */
function dates(events: Iterable<LeadEvent>) {
  const captured = new Map<string, number>();
  const won = new Map<string, number>();
  const leadsOf = new Map<string, readonly string[]>();
  for (const event of events) {
    if (event.type === 'lead.captured') captured.set(event.subject, Date.parse(event.time));
    if (event.type === 'opportunity.opened') leadsOf.set(event.subject, event.data.leads ?? []);
    if (event.type !== 'opportunity.won') continue;
    for (const lead of leadsOf.get(event.subject) ?? []) won.set(lead, Date.parse(event.time));
  }
  return { captured, won };
}

describe('outcomes and log', () => {
  it('agree on every win, to the second, but for the ones that are typed in with a wrong date', () => {
    const outcomes = [...simulateCompany(options).outcomes];
    const later = dates(simulateCompany({ ...options, end: '2036-01-01T00:00:00Z' }).events);
    let misdated = 0;
    for (const { lead, capturedMs, wonMs, oddity } of outcomes) {
      expect(later.captured.get(lead)).toBe(capturedMs);
      if (oddity === 'won_before_capture') {
        expect(later.won.get(lead)).toBeLessThan(capturedMs);
        misdated++;
      } else {
        expect(later.won.get(lead) ?? null).toBe(wonMs);
      }
    }
    expect(outcomes.length).toBe(6000);
    expect(misdated).toBeLessThan(6);
  });

  it('leave young cohorts open at the cut', () => {
    const company = simulateCompany(options);
    const now = dates(company.events);
    const young = [...company.outcomes].filter(({ capturedMs }) => capturedMs > company.endMs - 90 * dayMs);
    const wonSoFar = young.filter(({ lead }) => now.won.has(lead)).length;
    const wonInTheEnd = young.filter(({ wonMs }) => wonMs !== null).length;
    expect(young.length).toBeGreaterThan(600);
    expect(wonSoFar).toBeLessThan(wonInTheEnd * 0.6);
    for (const { lead, wonMs } of company.outcomes) {
      if (wonMs !== null && wonMs > company.endMs) expect(now.won.has(lead)).toBe(false);
    }
  });
});
