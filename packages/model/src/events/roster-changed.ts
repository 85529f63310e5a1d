import { rosterFactsShape } from '../entities/roster-person.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Who works where changed. */
export const rosterChanged = dataOf({ ...rosterFactsShape, by: byField }).describe(
  'Who works where, from, until, capacity, away.',
);
