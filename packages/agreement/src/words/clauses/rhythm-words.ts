import type { Agreement } from '../../agreement.ts';
import { namesIn, quotedName } from '../names.ts';
import { listed, type Phrase, say } from '../phrase.ts';

/** How often the teams look at it together. */
export function cadenceWords({ cadence: { review, pulse } }: Agreement): readonly Phrase[] {
  return [
    [`the teams review the numbers together each ${review}`],
    [`each ${pulse}, both teams are asked whether they are in sync`],
  ];
}

const viewers = {
  self: 'the rep',
  manager: 'the rep’s manager',
  head: 'the heads of the teams',
  analyst: 'analysts',
  everyone: 'everyone',
} as const;

/** Who sees figures of single people and small groups. */
export function privacyWords({ privacy: { repFigures, smallestGroup } }: Agreement): readonly Phrase[] {
  const who = repFigures.map((viewer) => viewers[viewer]);
  return [
    who.length === 0
      ? ['nobody sees the figures of a single rep']
      : say`the figures of a single rep are shown to ${listed(who, 'and')} only`,
    [`groups of fewer than ${smallestGroup} people are not shown`],
  ];
}

/** In which order readiness or hand-offs are looked for. */
export function orderWords({ order }: Agreement, section: string): readonly Phrase[] {
  if (section === 'readiness') {
    if (order.readiness.length === 1)
      return [say`the only readiness is ${listed(namesIn('readiness', order.readiness), 'and')}`];
    return [
      say`the first readiness that matches holds: ${listed(namesIn('readiness', order.readiness), 'and')}, in this order`,
    ];
  }
  if (order.handOffs.length === 0) return [['no hand-off is agreed']];
  const names = listed(
    order.handOffs.map((name) => quotedName('handOffs', name)),
    'and',
  );
  return order.handOffs.length === 1
    ? [say`the only hand-off is ${names}`]
    : [say`the first hand-off that matches holds: ${names}, in this order`];
}
