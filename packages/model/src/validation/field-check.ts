import { z } from 'zod';
import { envelopeSchema } from '../events/envelope-schema.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { compileCheck } from './compile-check.ts';
import type { Finding } from './finding.ts';

/** Says whether a value may stand where the check is of. */
export type FieldCheck = (value: unknown) => boolean;

/**
 * The check that `validateEvent` makes of one field of an event without `dataschema`. An event is good when each of its
 * fields is, and an event with the same fields and lists of the same lengths was good: nothing is checked across fields.
 * @param path keys from the event down to the field; a number is a place in a list, all of which have the same check
 * @returns `null` for a field that the model does not know, or whose check depends on what stands beside it
 * @example
 * fieldCheck('lead.captured', ['data', 'contact', 'email'])?.('nobody') // false
 */
export function fieldCheck(type: EventType, path: readonly (string | number)[]): FieldCheck | null {
  let schema: z.core.$ZodType | null = envelopeSchema(type, { keepsUnknown: false });
  for (const step of path) {
    schema = below(schema, step);
    if (schema === null) return null;
  }
  const check = compileCheck(schema, { keepsUnknown: false });
  const findings: Finding[] = [];
  return (value) => {
    if (check(value, findings)) return true;
    findings.length = 0;
    return false;
  };
}

/** What lies below a list for a number, below an object for a name; `null` where several of them could be meant. */
function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | null {
  const fitting = alternativesOf(schema).filter((each) =>
    typeof step === 'number' ? each instanceof z.ZodArray : each instanceof z.ZodObject || each instanceof z.ZodRecord,
  );
  const [only] = fitting;
  if (fitting.length !== 1) return null;
  if (only instanceof z.ZodArray) return only.element;
  if (only instanceof z.ZodRecord) return only.valueType as z.core.$ZodType;
  if (!(only instanceof z.ZodObject) || !Object.hasOwn(only.shape, step)) return null;
  return only.shape[step] as z.core.$ZodType;
}

function alternativesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return alternativesOf(def.innerType);
  return def.type === 'union' ? def.options.flatMap(alternativesOf) : [schema];
}
