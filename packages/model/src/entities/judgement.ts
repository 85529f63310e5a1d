import { field } from '../wire/field.ts';
import { measure } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';

/** How ready and how fitting a lead is. */
export const judgementShape = {
  readiness: field(name().nullish(), {
    means: 'How ready the lead is to buy: raw, warm, hot, or a name of the agreement.',
    example: 'hot',
    entered: 'the system',
  }),
  grade: field(name().nullish(), {
    means: 'How well the lead fits the profile: A, B, C or D.',
    example: 'A',
    entered: 'the system',
  }),
  score: field(measure().nullish(), {
    means: 'How much speaks for the lead, on the scale of the system that scored it.',
    unit: 'points',
    example: 72,
    entered: 'the system',
  }),
};
