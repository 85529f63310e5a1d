import type { z } from 'zod';
import { envelopeSchema } from '../events/envelope-schema.ts';
import { eventCatalog } from '../events/event-catalog.ts';
import { isForbiddenKey } from '../validation/key-check.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { type FieldDoc, fieldDocs } from '../wire/field.ts';
import { withoutWrappers } from '../wire/marks.ts';
import { exampleEvent } from './example-event.ts';
import { valueAt } from './value-at.ts';

/** A column of a CSV file of events: a field that holds a text, a number, or true or false. */
export interface EventColumn {
  /** Name in the header: `id`, `contact.email`, `ids.0.system`. Fields of `data` go without `data.` before them. */
  readonly name: string;
  /** Where its value lies in the event, such as `['data', 'contact', 'email']`. */
  readonly path: readonly (string | number)[];
  readonly kind: 'text' | 'number' | 'boolean';
  /** Whether an event without it is refused, whatever else the event says. */
  readonly required: boolean;
  readonly doc: FieldDoc;
}

type Path = EventColumn['path'];
type Schema = z.core.$ZodType;

/**
 * The columns of the CSV template of a type: the envelope, then the leaves of `data`. Of a list it has the first
 * entry, of `attributes` one name, of alternatives the text, or else the first; {@link eventColumn} knows the others.
 * @example eventColumns('lead.captured')[0]?.name // 'id'
 */
export function eventColumns(type: EventType): readonly EventColumn[] {
  const example = exampleEvent(type);
  const columns = rootFields(type).flatMap(([name, schema]) => leaves(schema, [name], null, true));
  return columns.map((column) => ({
    ...column,
    doc: { ...column.doc, example: valueAt(example, column.path) ?? column.doc.example },
  }));
}

/**
 * The column of that name, in the template of the type or beyond it: `ids.1.system`, `attributes.plan`, the other
 * alternative of a field.
 * @returns `null` when events of the type have no such field, or it holds more than one value
 * @example eventColumn('lead.captured', 'consent.2.purpose')?.path // ['data', 'consent', 2, 'purpose']
 */
export function eventColumn(type: EventType, name: string): EventColumn | null {
  const attribute = rootFields(type).find(([field]) => field === name && field !== 'data')?.[1];
  if (attribute !== undefined) return leaves(attribute, [name], null, true)[0] ?? null;
  return find(eventCatalog[type].data, name.split('.'), ['data'], null, true);
}

/** What a sender fills in a file: the version of CloudEvents and the form of the data go without saying. */
const rootNames = ['id', 'source', 'type', 'subject', 'time', 'dataschema', 'data'];

/** Made on first use: an envelope of zod takes longer to make than a column to find. */
const rootsByType = new Map<EventType, readonly (readonly [string, Schema])[]>();

function rootFields(type: EventType): readonly (readonly [string, Schema])[] {
  let fields = rootsByType.get(type);
  if (fields === undefined) {
    const shape: Readonly<Record<string, Schema>> = envelopeSchema(type, { keepsUnknown: false }).shape;
    fields = rootNames.flatMap((name) => (shape[name] === undefined ? [] : [[name, shape[name]] as const]));
    rootsByType.set(type, fields);
  }
  return fields;
}

function leaves(schema: Schema, path: Path, outerDoc: FieldDoc | null, isInRequired: boolean): EventColumn[] {
  const doc = fieldDocs.get(schema as z.ZodType) ?? outerDoc;
  const required = isInRequired && schema._zod.def.type !== 'optional';
  const inner = withoutWrappers(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  const below = (key: string | number, child: Schema) => leaves(child, [...path, key], doc, required);
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([key, child]) => below(key, child));
  if (def.type === 'array') return below(0, def.element);
  if (def.type === 'record') return [leaf(def.valueType, [...path, firstKey(doc)], doc, false)];
  const simplest = def.type === 'union' ? simplestOf(def.options) : null;
  return simplest === null ? [leaf(inner, path, doc, required)] : leaves(simplest, path, doc, required);
}

function find(
  schema: Schema,
  keys: readonly string[],
  path: Path,
  outerDoc: FieldDoc | null,
  isInRequired: boolean,
): EventColumn | null {
  const doc = fieldDocs.get(schema as z.ZodType) ?? outerDoc;
  const required = isInRequired && schema._zod.def.type !== 'optional';
  const inner = withoutWrappers(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  const [key, ...rest] = keys;
  if (def.type === 'union') {
    const simplest = simplestOf(def.options);
    return firstOf(def.options, (option) => find(option, keys, path, doc, required && option === simplest));
  }
  if (key === undefined) return isComposed(inner) ? null : leaf(inner, path, doc, required);
  if (def.type === 'object') {
    const child = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    return child === undefined ? null : find(child, rest, [...path, key], doc, required);
  }
  if (def.type === 'array') {
    return isPlace(key) ? find(def.element, rest, [...path, Number(key)], doc, required && key === '0') : null;
  }
  const name = keys.join('.');
  if (def.type !== 'record' || name === '' || isForbiddenKey(name)) return null;
  return leaf(def.valueType, [...path, name], doc, false);
}

function leaf(schema: Schema, path: Path, doc: FieldDoc | null, required: boolean): EventColumn {
  if (doc === null) throw new TypeError(`The field ${path.join('.')} has no documentation. Make it with field().`);
  const { type } = schema._zod.def;
  const kind = type === 'number' || type === 'boolean' ? type : 'text';
  return { name: (path[0] === 'data' ? path.slice(1) : path).join('.'), path, kind, required, doc };
}

function simplestOf(options: readonly Schema[]): Schema | null {
  return options.find((option) => !isComposed(option)) ?? options[0] ?? null;
}

function firstOf<T>(options: readonly Schema[], read: (option: Schema) => T | null): T | null {
  for (const option of options) {
    const found = read(option);
    if (found !== null) return found;
  }
  return null;
}

function isComposed(schema: Schema): boolean {
  return ['object', 'array', 'record', 'union'].includes(withoutWrappers(schema)._zod.def.type);
}

/** Whether a text is the place of an entry in a list, as JSON pointers write it. */
function isPlace(key: string): boolean {
  return /^(?:0|[1-9][0-9]{0,5})$/.test(key) && Number(key) < limits.listLength;
}

function firstKey(doc: FieldDoc | null): string {
  return Object.keys((doc?.example ?? {}) as object)[0] ?? 'name';
}
