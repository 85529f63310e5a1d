import { field, fieldAgain } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { name } from '../wire/text.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const reasonField = field(name(), {
  means: 'Why, by its id in the reasons of the agreement.',
  example: 'not_ready',
  entered: 'a rep',
});

const sentBackShape = {
  by: byField,
  reason: reasonField,
  note: fieldAgain(noteField, { example: 'Budget comes in spring; wants to hear from us then.' }),
  program: field(name().nullish(), {
    means: 'Nurture program of the agreement that the lead goes to.',
    example: 'warm_drip',
    entered: 'a rep',
  }),
  revisitAt: field(instant().nullish(), {
    means: 'When to look at the lead again.',
    unit: 'RFC 3339 with time zone',
    example: '2027-03-01T09:00:00+01:00',
    entered: 'a rep',
  }),
};

/** Sales did not accept the lead. */
export const leadRejected = dataOf({
  ...sentBackShape,
  program: fieldAgain(sentBackShape.program, {
    means: 'Nurture program that the lead goes to when it came too early; absent when the lead does not fit.',
  }),
  revisitAt: fieldAgain(sentBackShape.revisitAt, {
    means: 'When to look at the lead again, where the reason will pass; absent when it will not.',
  }),
}).describe('Sales did not accept the lead.');

/** The lead goes back to marketing for nurture. */
export const leadRecycled = dataOf({
  ...sentBackShape,
  reason: fieldAgain(reasonField, { example: 'with_competitor' }),
  note: fieldAgain(noteField, { example: 'Signed with Globex for half a year.' }),
  program: fieldAgain(sentBackShape.program, { example: 'newsletter' }),
}).describe('The lead goes back to marketing for nurture.');

/** Nobody should work the lead any more. */
export const leadDisqualified = dataOf({
  ...sentBackShape,
  reason: fieldAgain(reasonField, { example: 'wrong_profile' }),
  note: fieldAgain(noteField, { example: 'A student who writes a thesis.' }),
  program: fieldAgain(sentBackShape.program, {
    means: 'Nurture program that the person stays in although nobody works the lead; absent as a rule.',
    example: 'newsletter',
  }),
  revisitAt: fieldAgain(sentBackShape.revisitAt, {
    means: 'When to check whether the reason still holds; absent as a rule.',
  }),
}).describe('Nobody should work the lead any more.');
