import { opportunityFactsShape } from '../entities/opportunity.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const changeShape = { ...opportunityFactsShape, by: byField };
const { stage, reason, forecastCategory, closeDate } = opportunityFactsShape;

/** A deal was opened. */
export const opportunityOpened = dataOf({
  ...changeShape,
  forecastCategory: fieldAgain(forecastCategory, { example: 'pipeline' }),
}).describe('A deal was opened.');

/** Facts of a deal changed. */
export const opportunityChanged = dataOf(changeShape).describe(
  'Facts of a deal changed; an explicit null clears a value, absence leaves it.',
);

/** A deal went to another stage of its pipeline. */
export const opportunityMoved = dataOf({
  ...changeShape,
  stage: field(name(), {
    means: 'Stage of the pipeline that the deal is in now.',
    example: 'proposal',
    entered: 'a rep',
  }),
  previousStage: field(name().nullish(), {
    means: 'Stage of the pipeline that the deal was in before.',
    example: 'discovery',
    entered: 'the system',
  }),
}).describe('A deal went to another stage of its pipeline.');

/** A closed deal is open again. */
export const opportunityReopened = dataOf({
  ...changeShape,
  stage: fieldAgain(stage, { example: 'proposal' }),
}).describe('A closed deal is open again.');

/** A deal was won. */
export const opportunityWon = dataOf({
  ...changeShape,
  stage: fieldAgain(stage, { example: 'closed_won' }),
  forecastCategory: fieldAgain(forecastCategory, { example: 'closed' }),
}).describe('A deal was won.');

/** A deal was lost. */
export const opportunityLost = dataOf({
  ...changeShape,
  stage: fieldAgain(stage, { example: 'closed_lost' }),
  forecastCategory: fieldAgain(forecastCategory, { example: 'omitted' }),
  closeDate: fieldAgain(closeDate, { example: '2026-10-27' }),
  reason: fieldAgain(reason, { example: 'with_competitor' }),
}).describe('A deal was lost.');
