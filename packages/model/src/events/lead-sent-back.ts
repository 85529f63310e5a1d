import { instant } from '../wire/instant.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const sentBackShape = {
  by: byField,
  reason: name().describe('Why, from the reasons of the agreement.'),
  note: noteField,
  program: name().nullish().describe('Nurture program that the lead goes to.'),
  revisitAt: instant().nullish().describe('When to look at the lead again.'),
};

/** Sales did not accept the lead. */
export const leadRejected = dataOf(sentBackShape).describe('Sales did not accept the lead.');

/** The lead goes back to marketing for nurture. */
export const leadRecycled = dataOf(sentBackShape).describe('The lead goes back to marketing for nurture.');

/** Nobody should work the lead any more. */
export const leadDisqualified = dataOf(sentBackShape).describe('Nobody should work the lead any more.');
