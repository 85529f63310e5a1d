import { z } from 'zod';
import { condition } from './condition.ts';
import { elapsed } from './duration.ts';
import { formUnion } from './form-union.ts';
import { identifier, meaning } from './identifier.ts';

const given = {
  ...meaning,
  needs: identifier().exactOptional().describe('An SLA that must be kept before this reason may be given.'),
};

/* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
const recycle = z.strictObject({
  ...given,
  then: z.literal('recycle').describe('Back to marketing.'),
  program: identifier().exactOptional().describe('The program that the lead enters.'),
  revisitAfter: elapsed().exactOptional().describe('Time after which it is looked at again.'),
  reviveWhen: condition.exactOptional().describe('When it is handed off again before that.'),
});
const handOff = z.strictObject({
  ...given,
  then: z.literal('hand_off').describe('On to another team.'),
  handOff: identifier().describe('The hand-off, from `handOffs`.'),
});
const disqualify = z.strictObject({ ...given, then: z.literal('disqualify').describe('The end.') });
/* biome-ignore-end lint/suspicious/noThenProperty: end of the forms */

const routes: readonly unknown[] = ['recycle', 'hand_off', 'disqualify'];

/** Why a lead is not pursued, and where it goes then. */
export const reason = formUnion([recycle, handOff, disqualify], (value) => {
  const route = typeof value === 'object' && value !== null && 'then' in value ? value.then : undefined;
  return Math.max(0, routes.indexOf(route));
});
