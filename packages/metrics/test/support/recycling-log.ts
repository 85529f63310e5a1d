import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { accepted, amount, captured, handedOff, leadEvent, opened, won } from './events.ts';
import { recycled } from './ledger-events.ts';

/** What came too early is looked at again after 30 days, unless a date is said. */
export const recyclingAgreement = agreementWith({
  /* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
  reasons: {
    too_early: { then: 'recycle', revisitAfter: '30d' },
    not_now: { then: 'recycle' },
    wrong_profile: { then: 'disqualify' },
  },
  /* biome-ignore-end lint/suspicious/noThenProperty: end of the reasons */
});

/**
 * Nine leads that were handed off in January, and in twelve hand-offs in all; eight of them went back:
 *
 * | lead      | went back | revisit     | and then                                       | due on 1 March |
 * | --------- | --------- | ----------- | ---------------------------------------------- | -------------- |
 * | `back`    | 5 Jan     | 1 February  | handed off 2 Feb and 9 Feb, won 20 Feb for 50  | no             |
 * | `due`     | 6 Jan     | 20 January  |                                                | yes            |
 * | `early`   | 10 Jan    | by the reason, 9 February |                                  | yes            |
 * | `later`   | 11 Jan    | 1 May       |                                                | no             |
 * | `never`   | 12 Jan    | none        |                                                | no             |
 * | `out`     | 13 Jan    | 14 January  | disqualified 16 Jan                            | no             |
 * | `taken`   | never     |             | accepted                                       |                |
 * | `before`  | 15 Jan    | 17 January  | was won 10 Jan for 1000; handed off 3 Feb      | no             |
 * | `sold`    | 16 Jan    | 18 January  | won 20 Jan, without another hand-off           | no             |
 */
export const recyclingLog: readonly LeadEvent[] = [
  ...['back', 'due', 'early', 'later', 'never', 'out', 'taken', 'before', 'sold'].flatMap((lead) => [
    captured(lead, '2026-01-01'),
    handedOff(lead, '2026-01-02'),
  ]),
  recycled('back', '2026-01-05', '2026-02-01'),
  handedOff('back', '2026-02-02'),
  handedOff('back', '2026-02-09'),
  opened('of back', '2026-02-10', ['back'], amount(50)),
  won('of back', '2026-02-20', []),
  recycled('due', '2026-01-06', '2026-01-20'),
  recycled('early', '2026-01-10', null, 'too_early'),
  recycled('later', '2026-01-11', '2026-05-01'),
  recycled('never', '2026-01-12'),
  recycled('out', '2026-01-13', '2026-01-14'),
  leadEvent('disqualified', 'out', '2026-01-16', { reason: 'wrong_profile' }),
  accepted('taken', '2026-01-04'),
  opened('of before', '2026-01-08', ['before'], amount(1000)),
  won('of before', '2026-01-10', []),
  recycled('before', '2026-01-15', '2026-01-17'),
  handedOff('before', '2026-02-03'),
  recycled('sold', '2026-01-16', '2026-01-18'),
  won('of sold', '2026-01-20', ['sold'], amount(7)),
];
