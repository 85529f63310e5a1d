import { z } from 'zod';
import { envelopeShape } from '../events/envelope.ts';
import { envelopeSchema } from '../events/envelope-schema.ts';
import { eventCatalog } from '../events/event-catalog.ts';
import { exampleEvent } from '../examples/example-event.ts';
import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { docOf, field } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { fieldTable } from './field-table.ts';
import { linkToObject, referenceObjects } from './reference-objects.ts';

/** Where the published files lie, seen from the folder of the guides. */
const published = '../packages/model/schema';

/**
 * The reference of the lead model as Markdown, for people who have never seen TypeScript: the envelope, each event and
 * each object, field by field. It is made from the schemas; `docs/model.md` holds it.
 * @example modelReference().startsWith('# The lead model') // true
 */
export function modelReference(): string {
  const events = eventTypes.map(eventSection);
  const objects = [...referenceObjects].map(([heading, schema]) => objectSection(heading, schema));
  const parts = [intro(), envelope(), overview(), ...events, objectsIntro(), ...objects];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function intro(): string {
  return `
# The lead model

<!-- Made from the schemas by npm run schema -w @sameteam/model. Change them, not this file. -->

Every system that sends us something says it in **events**: an inquiry came in, a rep called, a deal was won. An event
is a JSON object. This page lists what it can say, field by field. [The envelope](#the-envelope) is the same for all
events, [the events](#the-events) differ in their \`data\`, and [the objects](#the-objects) are the parts that several
events share. The same in a form for machines: [\`bundle.json\`](${published}/bundle.json), JSON Schema 2020-12.

How to read the tables:

- *required*: \`yes\` means that an event without the field is refused. Below an object that may be absent, it holds when
  the object is there; where a field takes one of two forms, \`yes, in its form\` holds when that form is sent.
  \`no, or null\`: an absent field leaves what was known before, null clears it.
- *type*: a \`text\` has 1 to ${limits.idLength} characters; empty text is refused. A \`typed id\` is a kind, a slash and an id, such as
  \`lead/42\`. A \`time\` is written as \`2026-10-01T09:30:00+02:00\`, always with its zone; a \`day\` as \`2026-10-01\`. A
  \`link\` is any text that names a page or a system, such as \`https://acme.example/demo\` or \`/website/forms\`; addresses
  that run as code (\`javascript:\`) are refused. What follows a semicolon is the unit or the form.
- *entered by*: who fills the field as a rule.
- **Personal.** marks personal data. It is kept apart from the event and deleted when a person asks for it.

What is not known:

- An attribute of the envelope that is not listed here is kept.
- A field of \`data\` that is not listed here is refused, and the answer names the nearest field that is known. When
  \`dataschema\` names a newer minor version than ours, it is kept.
`;
}

function envelope(): string {
  const { type, subject } = envelopeSchema('lead.captured', { keepsUnknown: false }).shape as typeof envelopeShape & {
    readonly type: z.ZodType;
    readonly subject: z.ZodType;
  };
  const { specversion, id, source, time, ...optional } = envelopeShape;
  const anyType = field(name(), { ...docOf(type), means: 'What happened: one of the events below.' });
  const shape = z.object({ specversion, id, source, type: anyType, subject, time, ...optional });
  return `
## The envelope

Every event is wrapped in an envelope of [CloudEvents 1.0](https://github.com/cloudevents/spec): who says it, what
happened, when, and about what. \`data\` is always there, and can be empty (\`{}\`).

${fieldTable(shape, linkToObject)}

A captured lead as it is sent:

\`\`\`json
${JSON.stringify(shortLead(), null, 2)}
\`\`\`

Every \`data\` can have \`ids\`, a list of [external ids](#external-id): what other systems call the subject. You never need
an id of ours: send your own.
`;
}

function shortLead(): object {
  const { datacontenttype, dataschema, data, ...attributes } = exampleEvent('lead.captured');
  const { contact, source } = data;
  return {
    ...attributes,
    data: {
      contact: { email: contact?.email, firstName: contact?.firstName, lastName: contact?.lastName },
      source: { channel: source?.channel, campaign: source?.campaign },
      ids: data.ids,
    },
  };
}

function overview(): string {
  const rows = eventTypes.map(
    (type) => `| [\`${type}\`](#${type.replace('.', '')}) | ${eventCatalog[type].data.description} |`,
  );
  return `
## The events

Events of one subject that have the same time count in the order of this table.

| type | says |
| --- | --- |
${rows.join('\n')}
`;
}

function eventSection(type: EventType): string {
  const { data, subjects } = eventCatalog[type];
  const files = [
    `[schema](${published}/${type}.json)`,
    `[example](${published}/examples/${type}.json)`,
    `[CSV template](${published}/csv/${type}.csv)`,
  ];
  return `
### ${type}

${data.description} Its subject is ${orList(subjects)}. Files: ${files.join(', ')}.

${fieldTable(data, linkToObject, new Set(['ids']))}
`;
}

function orList(kinds: readonly string[]): string {
  const ids = kinds.map((kind) => `\`${kind}/…\``);
  return ids.length === 1 ? `${ids[0]}` : `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`;
}

function objectsIntro(): string {
  return `
## The objects

What events are made of. Campaign, company, contact, lead, opportunity and roster person are what is known after all events:
nobody sends one.
`;
}

function objectSection(heading: string, schema: z.ZodType): string {
  const table = schema instanceof z.ZodObject ? fieldTable(schema, linkToObject) : '';
  return `
### ${heading}

${schema.description}

${table}
`;
}
