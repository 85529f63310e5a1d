import { agreementWith } from '../../../test/support/agreements.ts';
import { event, leadEvent, qualified } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { workableLeads } from './workable-leads.ts';

const granted = [{ purpose: 'sales', status: 'granted' }];
const asks = (lead: string, contact: object, consent: readonly object[] = granted) =>
  leadEvent('captured', lead, '2026-01-01', { contact, consent });

testMetric(workableLeads, {
  'counts MQLs that can be reached and have not said no': {
    log: [
      asks('mail', { email: 'ann@acme.example' }),
      asks('phone', { phone: '+49 30 1234567' }),
      leadEvent('captured', 'not asked', '2026-01-01', { contact: { email: 'fay@acme.example' } }),
      asks('nothing', { role: 'vp' }),
      asks('refused', { email: 'cat@acme.example' }, [{ purpose: 'sales', status: 'denied' }]),
      asks('withdrew', { ref: 'contact/dan', email: 'dan@acme.example' }),
      event('consent.changed', 'contact/dan', '2026-01-03', { purpose: 'sales', status: 'withdrawn' }),
      ...['mail', 'phone', 'not asked', 'nothing', 'refused', 'withdrew'].map((lead) => qualified(lead, '2026-01-05')),
      asks('no MQL', { email: 'eve@acme.example' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [['2026-01', 3, 3, null]],
  },
  'leaves out a rival, and says so': {
    log: [
      asks('ann', { email: 'ann@acme.example' }),
      leadEvent('updated', 'ann', '2026-01-02', { source: { channel: 'rival' } }),
      qualified('ann', '2026-01-05'),
    ],
    agreement: agreementWith({
      // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
      exclusions: [{ id: 'rival', when: { field: 'source.channel', is: 'rival' }, then: 'disqualify' }],
    }),
    columns: ['value', 'excluded'],
    rows: [[0, 1]],
  },
});
