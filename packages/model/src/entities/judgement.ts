import { measure } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';

/** How ready and how fitting a lead is. */
export const judgementShape = {
  readiness: name().nullish().describe('How ready to buy: raw, warm, hot, or a name of the agreement.'),
  grade: name().nullish().describe('How well it fits the profile: A, B, C, D.'),
  score: measure().nullish().describe('Points, on the scale of the system that gave them.'),
};
