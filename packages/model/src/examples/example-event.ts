import { z } from 'zod';
import { envelopeShape } from '../events/envelope.ts';
import { eventCatalog } from '../events/event-catalog.ts';
import type { EventOf } from '../events/lead-event.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { schemaName } from '../vocabulary/schema-version.ts';
import { docOf } from '../wire/field.ts';
import { withoutWrappers } from '../wire/marks.ts';
import { type ExampleObject, exampleOf } from './example-of.ts';
import { exampleIds, exampleStory, type Scene } from './example-story.ts';
import { exampleSubject } from './example-subject.ts';

/**
 * An example of an event with every field that makes sense there, made from the documentation of the fields. The same
 * at each call; `recordedtime` is left out, because the store sets it, and {@link leftOut} names what would be silly.
 * @example exampleEvent('lead.captured').data.contact?.email // 'ann.keller@acme.example'
 */
export function exampleEvent<T extends EventType>(type: T): EventOf<T> {
  const { data } = eventCatalog[type];
  const frame = frameOf(type);
  const event = {
    ...frame,
    dataschema: schemaName(type),
    datacontenttype: docOf(envelopeShape.datacontenttype).example,
    data: { ...withoutFields(exampleOf(data), leftOut[type] ?? []), ids: exampleIds(frame.subject) },
  };
  return structuredClone(event) as unknown as EventOf<T>;
}

/** Optional fields of the data that the example of a type leaves out: a deal that was just opened was not won. */
export const leftOut: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'lead.disqualified': ['program', 'revisitAt'],
  'opportunity.opened': ['reason', 'competitor'],
  'opportunity.changed': ['reason'],
  'opportunity.moved': ['reason'],
  'opportunity.reopened': ['reason'],
};

function withoutFields(object: ExampleObject, names: readonly string[]): ExampleObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/**
 * The shortest example of an event: only what is required.
 * @example Object.keys(minimalEvent('lead.assigned').data) // ['to']
 */
export function minimalEvent<T extends EventType>(type: T): EventOf<T> {
  const { data } = eventCatalog[type];
  const frame = frameOf(type);
  // An identity of its own: with that of the full example it would be a conflict.
  const event = { ...frame, id: `${frame.id}-minimal`, data: minimalOf(data, exampleOf(data)) };
  return structuredClone(event) as unknown as EventOf<T>;
}

function frameOf(type: EventType) {
  const { source, id, time, subject }: Scene = exampleStory[type];
  const specversion = docOf(envelopeShape.specversion).example;
  return { specversion, id, source, type, subject: subject ?? exampleSubject[eventCatalog[type].subjects[0]], time };
}

function minimalOf(schema: z.core.$ZodType, example: unknown): unknown {
  const inner = withoutWrappers(schema);
  if (inner instanceof z.ZodArray) return (example as readonly unknown[]).map((it) => minimalOf(inner.element, it));
  if (!(inner instanceof z.ZodObject)) return example;
  const fields = Object.entries(inner.shape as z.core.$ZodLooseShape).filter(([, field]) => !isOptional(field));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, minimalOf(field, (example as Readonly<Record<string, unknown>>)[name])]),
  );
}

function isOptional(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === 'optional';
}
