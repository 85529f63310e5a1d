import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { amount, won } from './events.ts';
import { changed, lost, openedAt, reopened } from './ledger-events.ts';

/** Two stages, and a dollar that is 0.90 euros in January and 0.80 from February on. */
export const bridgeAgreement = agreementWith({
  rates: {
    USD: [
      { from: '2026-01-01', rate: 0.9 },
      { from: '2026-02-01', rate: 0.8 },
    ],
  },
  pipelines: {
    new: {
      stages: [
        { id: 'discovery', probability: 0.2 },
        { id: 'proposal', probability: 0.6 },
      ],
    },
  },
});

/**
 * Six deals in three months, in euros; `e` is in dollars, whose rate is that of the day of each change.
 *
 * | deal | opened          | changed                | closed           | open at the end of Jan | Feb | Mar |
 * | ---- | --------------- | ---------------------- | ---------------- | ---------------------: | --: | --: |
 * | `a`  | 10 Jan, 100     | 5 Feb to 150           | won 10 Mar       |                    100 | 150 |   0 |
 * | `b`  | 20 Jan, 200     |                        | lost 10 Feb, reopened 5 Mar |         200 |   0 | 200 |
 * | `c`  | 15 Feb, 50      |                        |                  |                      0 |  50 |  50 |
 * | `d`  | 5 Jan, nothing  | 20 Feb to 30           |                  |                      0 |  30 |  30 |
 * | `e`  | 15 Jan, 100 USD | 12 Feb to proposal     | lost 20 Mar      |                     90 |  80 |   0 |
 * | `f`  | 31 Jan, 80      |                        | lost 28 Feb      |                     80 |   0 |   0 |
 * |      |                 |                        |                  |                    470 | 310 | 280 |
 */
export const bridgeLog: readonly LeadEvent[] = [
  openedAt('a', '2026-01-10', 100, { stage: 'discovery' }),
  changed('a', '2026-02-05', amount(150)),
  won('a', '2026-03-10', []),
  openedAt('b', '2026-01-20', 200, { stage: 'discovery' }),
  lost('b', '2026-02-10'),
  reopened('b', '2026-03-05'),
  openedAt('c', '2026-02-15', 50, { stage: 'proposal' }),
  openedAt('d', '2026-01-05', null, { stage: 'discovery' }),
  changed('d', '2026-02-20', amount(30)),
  openedAt('e', '2026-01-15', null, { ...amount(100, 'USD'), stage: 'discovery' }),
  changed('e', '2026-02-12', { stage: 'proposal' }),
  lost('e', '2026-03-20'),
  openedAt('f', '2026-01-31T23:59:59Z', 80, { stage: 'legal' }),
  lost('f', '2026-02-28T23:59:59Z'),
];

/** The three months. */
export const bridgePeriod = { from: '2026-01-01', to: '2026-03-31' } as const;
