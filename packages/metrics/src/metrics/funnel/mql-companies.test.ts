import { agreementWith } from '../../../test/support/agreements.ts';
import { leadEvent, qualified } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { mqlCompanies } from './mql-companies.ts';

const agreement = agreementWith({
  qualified: { when: { readiness: ['hot'] }, by: 'marketing', companies: { contacts: 2, within: '30d' } },
});
const asks = (lead: string, contact: string, company: string) =>
  leadEvent('captured', lead, '2026-01-01', {
    contact: { ref: `contact/${contact}` },
    company: { ref: `company/${company}` },
  });

testMetric(mqlCompanies, {
  'counts companies by the contact that was the last one needed': {
    log: [
      asks('a1', 'ann', 'acme'),
      asks('a2', 'abe', 'acme'),
      asks('a3', 'amy', 'acme'),
      qualified('a1', '2026-01-20'),
      qualified('a2', '2026-02-10'),
      qualified('a3', '2026-03-10'),
      // Two leads of one contact are one contact.
      asks('b1', 'ben', 'bolt'),
      asks('b2', 'ben', 'bolt'),
      qualified('b1', '2026-01-20'),
      qualified('b2', '2026-01-21'),
      // 31 days apart.
      asks('c1', 'cat', 'coil'),
      asks('c2', 'cam', 'coil'),
      qualified('c1', '2026-01-01'),
      qualified('c2', '2026-02-01'),
    ],
    agreement,
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [['2026-02', 1, 1, null, 'companies']],
  },
  'has none where the agreement says nothing of companies': {
    log: [
      asks('a1', 'ann', 'acme'),
      asks('a2', 'abe', 'acme'),
      qualified('a1', '2026-01-20'),
      qualified('a2', '2026-01-21'),
    ],
    columns: ['value'],
    rows: [[0]],
  },
});
