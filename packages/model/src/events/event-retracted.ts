import { z } from 'zod';
import { link } from '../wire/link.ts';
import { line, name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const target = z
  .union([
    z
      .strictObject({ source: link().describe('Source of the event.'), id: name().describe('Id of the event.') })
      .describe('One event, by its identity.'),
    z.strictObject({ import: name().describe('Id of the import.') }).describe('A whole import.'),
  ])
  .describe('What was wrong: one event, or a whole import.');

/** An earlier event was wrong. */
export const eventRetracted = dataOf({
  target,
  reason: line().describe('Why it was wrong.'),
  by: byField,
}).describe('An earlier event was wrong, or a whole import.');
