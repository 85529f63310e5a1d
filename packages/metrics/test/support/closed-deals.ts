import type { Agreement } from '@sameteam/agreement';
import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { amount, captured, deal, opened, won } from './events.ts';

/** A deal won for 900 €, two lost for 100 € and for 200 $, one lost without an amount, and two that are open. */
export const closedDeals: readonly LeadEvent[] = [
  captured('ann', '2026-01-01'),
  opened('large', '2026-01-10', ['ann'], amount(900)),
  won('large', '2026-02-10', []),
  opened('small', '2026-01-10', ['ann'], amount(100)),
  deal('lost', 'small', '2026-02-11'),
  opened('dollars', '2026-01-10', ['ann'], amount(200, 'USD')),
  deal('lost', 'dollars', '2026-02-12'),
  deal('opened', 'silent', '2026-01-10'),
  deal('lost', 'silent', '2026-02-12'),
  opened('open', '2026-01-10', ['ann'], amount(5000)),
  opened('reopened', '2026-01-10', ['ann'], amount(7000)),
  deal('lost', 'reopened', '2026-02-01'),
  deal('reopened', 'reopened', '2026-02-02'),
];

/** A dollar is half a euro. */
export const halfDollar: Agreement = agreementWith({ rates: { USD: 0.5 } });
