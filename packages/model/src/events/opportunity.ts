import { opportunityFactsShape } from '../entities/opportunity.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const changeShape = { ...opportunityFactsShape, by: byField };

/** A deal was opened. */
export const opportunityOpened = dataOf(changeShape).describe('A deal was opened.');

/** Facts of a deal changed. */
export const opportunityChanged = dataOf(changeShape).describe(
  'Facts of a deal changed; an explicit null clears a value, absence leaves it.',
);

/** A deal went to another stage of its pipeline. */
export const opportunityMoved = dataOf({
  ...changeShape,
  stage: name().describe('Stage of the pipeline that the deal is in now.'),
  previousStage: name().nullish().describe('Stage that it was in before.'),
}).describe('A deal went to another stage of its pipeline.');

/** A closed deal is open again. */
export const opportunityReopened = dataOf(changeShape).describe('A closed deal is open again.');

/** A deal was won. */
export const opportunityWon = dataOf(changeShape).describe('A deal was won.');

/** A deal was lost. */
export const opportunityLost = dataOf(changeShape).describe('A deal was lost.');
