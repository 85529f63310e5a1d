import type { z } from 'zod';
import { eventCatalog } from '../events/event-catalog.ts';
import type { LeadEvent } from '../events/lead-event.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { withoutWrappers } from '../wire/marks.ts';
import { exampleEvent, minimalEvent } from './example-event.ts';
import { exampleSubject } from './example-subject.ts';

/**
 * The events of a type that every later version must read: `full` and `minimal`, `cleared` with each nullable field
 * null (where there are any), `extended` with an attribute that the envelope does not know, and of a field that can
 * hold another object, `import` or `external`. Each has an identity of its own.
 * @example Object.keys(goldenEvents('event.retracted')) // ['full', 'minimal', 'cleared', 'extended', 'import']
 */
export function goldenEvents(type: EventType): Readonly<Record<string, LeadEvent>> {
  // The types of events are told apart by `type`, which is not known here.
  const full = exampleEvent(type) as LeadEvent;
  const variant = (name: string, changes: object) =>
    ({ ...structuredClone(full), id: `${full.id}-${name}`, ...changes }) as LeadEvent;
  const cleared = clearedOf(eventCatalog[type].data, full.data);
  return {
    full,
    minimal: minimalEvent(type) as LeadEvent,
    ...(hasNull(cleared) ? { cleared: variant('cleared', { data: cleared }) } : {}),
    extended: variant('extended', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
    ...otherForm(type, full, variant),
  };
}

/** The form of a field that the full example does not take. */
function otherForm(
  type: EventType,
  { data }: LeadEvent,
  variant: (name: string, changes: object) => LeadEvent,
): Readonly<Record<string, LeadEvent>> {
  if (type === 'event.retracted') {
    const { ids, ...said } = data;
    const changed = { ...said, target: { import: 'import-37' } };
    return { import: variant('import', { subject: exampleSubject.import, data: changed }) };
  }
  if (type !== 'record.linked' && type !== 'record.unlinked') return {};
  const other = { system: 'salesforce', kind: 'lead', id: '00Q-1038' };
  return { external: variant('external', { data: { ...data, with: other } }) };
}

/** The example with null in each field that can be null, fields that it leaves out too. */
function clearedOf(schema: z.core.$ZodType, example: unknown): unknown {
  if (isNullable(schema)) return null;
  const { def } = (withoutWrappers(schema) as z.core.$ZodTypes)._zod;
  if (def.type === 'array' && Array.isArray(example)) return example.map((entry) => clearedOf(def.element, entry));
  if (typeof example !== 'object' || example === null) return example;
  const given = example as Readonly<Record<string, unknown>>;
  if (def.type === 'record') {
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, clearedOf(def.valueType, value)]));
  }
  if (def.type !== 'object') return example;
  const fields = Object.entries(def.shape).map(([name, field]) => [name, clearedOf(field, given[name])] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function isNullable(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return isNullable(def.innerType);
  return def.type === 'nullable' || (def.type === 'union' && def.options.some(({ _zod }) => _zod.def.type === 'null'));
}

function hasNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(hasNull));
}
