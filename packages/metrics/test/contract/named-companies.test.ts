import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, event, leadEvent, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({
  qualified: { when: { readiness: ['hot'] }, by: 'marketing', companies: { contacts: 1, within: '30d' } },
});

/**
 * Three companies: one named by a deal, one by a lead, one by a contact of a lead. No event is about any of them. Each has
 * a lead that became an MQL: one by the deal that was won of it.
 */
const log = [
  captured('ann', '2026-01-01'),
  event('opportunity.changed', 'opportunity/o1', '2026-02-01', { company: 'company/by-deal' }),
  won('o1', '2026-02-10', ['ann'], amount(323.28)),
  leadEvent('captured', 'ben', '2026-01-02', { company: { ref: 'company/by-lead' } }),
  qualified('ben', '2026-01-10'),
  leadEvent('captured', 'cat', '2026-01-03', { contact: { ref: 'contact/c' } }),
  event('contact.updated', 'contact/c', '2026-01-04', { company: 'company/by-contact' }),
  qualified('cat', '2026-01-10'),
];
/** It changes how everybody's facts are made, so that a store makes all of them anew. */
const roster = event('roster.changed', 'rep/rita', '2026-01-05', { team: 'sales' });

const base = { metrics: ['customer_base_after'], from: '2026-03-01', to: '2026-03-31' };
const accounts = { metrics: ['mql_companies'] };

describe('a company that no event is about has facts by what is said of its leads and deals', () => {
  onEveryEngine((open) => {
    it('in whichever way facts were made', async () => {
      const team = await open(log, { agreement });
      const asked = async () => [await team.table(base, 'value'), await team.table(accounts, 'value')];
      const answer = [[[32_328]], [[3]]];
      expect(await asked()).toEqual(answer);
      await team.import([roster]);
      expect(await asked()).toEqual(answer);
      await team.engine.rebuild();
      expect(await asked()).toEqual(answer);
    });

    it('under bounds', async () => {
      const team = await open(log, { agreement });
      await team.import([leadEvent('updated', 'ann', '2026-09-01')]);
      const knownAt = new Date(Date.UTC(2027, 0, 1)).toISOString();
      for (const bounds of [{ asOf: '2026-06-01' }, { knownAt }]) {
        expect(await team.table({ ...base, ...bounds }, 'value')).toEqual([[32_328]]);
        expect(await team.table({ ...accounts, ...bounds }, 'value')).toEqual([[3]]);
      }
    });
  });
});
