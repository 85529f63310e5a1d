import { z } from 'zod';
import type { EventType } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { schemaName } from '../vocabulary/schema-version.ts';
import { field, fieldDocs } from '../wire/field.ts';
import { openObject, openSchema } from '../wire/open-schema.ts';
import { dataschemaPattern } from '../wire/patterns.ts';
import { subjectText } from '../wire/subject-text.ts';
import { text } from '../wire/text.ts';
import { envelopeShape } from './envelope.ts';
import { eventCatalog } from './event-catalog.ts';

/** What is said of `data`. */
export const dataMeans = 'What there is to say of it.';

/** The object of an event: its attributes, and the data of its type. */
export function envelopeSchema(type: EventType, { keepsUnknown }: { readonly keepsUnknown: boolean }): z.ZodObject {
  const { data, subjects } = eventCatalog[type];
  const [first, ...others] = subjects;
  const schemaDoc = fieldDocs.get(envelopeShape.dataschema);
  const dataschema = text(limits.lineLength, dataschemaPattern(type), { form: 'link' }).optional();
  return openObject({
    ...envelopeShape,
    dataschema: schemaDoc === undefined ? dataschema : field(dataschema, { ...schemaDoc, example: schemaName(type) }),
    type: field(z.literal(type), { means: 'What happened.', example: type, entered: 'the sender' }),
    subject: field(subjectText(first, ...others), {
      means: 'What it is about: kind, slash, and an id of your choice that stays the same.',
      unit: 'typed id',
      example: `${first}/42`,
      entered: 'the sender',
    }),
    data: (keepsUnknown ? openSchema(data) : data).describe(dataMeans),
  }).describe(data.description ?? type);
}
