import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { leadEvent, won } from './events.ts';
import { openedAt } from './ledger-events.ts';

/** The first touch of the last 30 days decides; a touch of the last 90 days influences. */
export const sourcingAgreement = agreementWith({
  sourcing: { rule: 'first_touch', window: '30d', influence: { window: '90d' } },
});

const from = (lead: string, time: string, motion: 'inbound' | 'outbound'): LeadEvent =>
  leadEvent('captured', lead, time, { source: { channel: motion === 'inbound' ? 'web' : 'list', motion } });

/**
 * Seven deals that were opened on 20 January and won on 10 February:
 *
 * | deal      | euros | touches of its lead                                | marketing's part |
 * | --------- | ----: | -------------------------------------------------- | ---------------- |
 * | `in`      |   100 | came by itself on 5 January                        | sourced          |
 * | `edge`    |     1 | came by itself on 21 December, 30 days before      | sourced          |
 * | `touched` |   200 | we went to it on 5 January, webinar on 10 January  | influenced       |
 * | `out`     |   400 | we went to it on 5 January                         | neither          |
 * | `old`     |   800 | came by itself on 1 October                        | neither          |
 * | `nobody`  |  1600 | has no lead                                        | neither          |
 * | `silent`  |       | came by itself on 5 January                        | sourced, no amount |
 */
export const sourcingLog: readonly LeadEvent[] = [
  from('in', '2026-01-05', 'inbound'),
  from('edge', '2025-12-21', 'inbound'),
  from('touched', '2026-01-05', 'outbound'),
  leadEvent('engaged', 'touched', '2026-01-10', { activity: 'webinar' }),
  from('out', '2026-01-05', 'outbound'),
  from('old', '2025-10-01', 'inbound'),
  from('silent', '2026-01-05', 'inbound'),
  ...Object.entries({ in: 100, edge: 1, touched: 200, out: 400, old: 800, nobody: 1600, silent: null }).flatMap(
    ([name, units]) => [
      openedAt(name, '2026-01-20', units, { leads: name === 'nobody' ? [] : [name] }),
      won(name, '2026-02-10', []),
    ],
  ),
];
