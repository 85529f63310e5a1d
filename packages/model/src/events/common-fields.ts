import { personal } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';
import { name, note } from '../wire/text.ts';

/** Who did it: the id of a rep, or the name of a rule or system. */
export const byField = name().nullish().describe('Who did it: the id of a rep, or the name of a rule or system.');

/** What a person wrote about it. */
export const noteField = personal(note()).nullish().describe('What a person wrote about it. Personal.');

/** The version of the agreement that was applied. */
export const agreementVersionField = integer(1).nullish().describe('Version of the agreement that was applied.');
