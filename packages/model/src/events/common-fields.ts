import { field } from '../wire/field.ts';
import { personal } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';
import { name, note } from '../wire/text.ts';

/** Who did it: the id of a rep, or the name of a rule or system. */
export const byField = field(name().nullish(), {
  means: 'Who did it: the id of a rep, or the name of a rule or system.',
  example: 'rep-7',
  entered: 'the system',
});

/** What a person wrote about it. */
export const noteField = field(personal(note()).nullish(), {
  means: 'What a person wrote about it.',
  unit: 'free text',
  example: 'Ann wants to start before the end of the year.',
  entered: 'a rep',
});

/** The version of the agreement that was applied. */
export const agreementVersionField = field(integer(1).nullish(), {
  means: 'Version of the agreement that was applied.',
  unit: 'number of the version',
  example: 3,
  entered: 'the system',
});
