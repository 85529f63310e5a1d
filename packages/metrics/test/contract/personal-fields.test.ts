import { describe, expect, it } from 'vitest';
import { event } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const secretive = event('lead.captured', 'lead/ann', '2026-01-01', {
  contact: { email: 'ann@acme.example', firstName: 'Ann', lastName: 'Archer', phone: '+49 30 1234', role: 'vp' },
  source: { channel: 'email' },
});
const note = event('lead.rejected', 'lead/ann', '2026-01-02', { reason: 'wrong_profile', note: 'Ann Archer said no.' });

describe('personal fields stay beside the log', () => {
  onEveryEngine((open) => {
    it('does not show them among the events', async () => {
      const team = await open([secretive, note]);
      const events = await team.engine.events('lead/ann');
      expect(events.map(({ data }) => data)).toEqual([
        { contact: { role: 'vp' }, source: { channel: 'email' } },
        { reason: 'wrong_profile' },
      ]);
      expect(JSON.stringify(events)).not.toMatch(/archer|ann@|1234/i);
    });
  });
});
