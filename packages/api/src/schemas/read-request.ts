import { nearestName } from '@sameteam/model';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { ProblemIssue } from '../wire/problem.ts';

/** Faults told of one request. */
const mostIssues = 20;

/**
 * Reads a request by its schema.
 * @param request the JSON body, or the path and query parameters as one object
 * @returns the request as the schema makes it
 * @throws ProblemError `invalid-request`, with the place of each fault and the nearest name of an unknown field
 * @example readRequest(reportRequestSchema, { metrics: ['captured'] }) // { metrics: ['captured'] }
 */
export function readRequest<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const read = schema.safeParse(request, { reportInput: true });
  if (read.success) return read.data;
  const issues = read.error.issues.flatMap((issue) => issuesOf(issue, schema, [])).slice(0, mostIssues);
  const told = issues.map(({ pointer, message }) => `${pointer === '' ? 'it' : pointer} ${message}`).join('; ');
  const what = `Cannot read the request: ${told}${told.endsWith('?') ? '' : '.'}`;
  throw new ProblemError('invalid-request', { what }, { issues });
}

function issuesOf(issue: z.core.$ZodIssue, schema: z.ZodType, above: readonly PropertyKey[]): readonly ProblemIssue[] {
  const path = [...above, ...issue.path];
  const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const said = (message: string, nearest: string | null = null): ProblemIssue => ({ pointer, message, nearest });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(schema, path);
      return issue.keys.map((key) => {
        const nearest = nearestName(key, known);
        return said(
          `has no field "${shorten(key)}"${nearest === null ? `. Fields are ${known.join(', ')}` : `. Did you mean "${nearest}"?`}`,
          nearest,
        );
      });
    }
    case 'invalid_union': {
      const fewest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      return fewest.length === 0 ? [said(issue.message)] : fewest.flatMap((inner) => issuesOf(inner, schema, path));
    }
    case 'invalid_value': {
      const found = typeof issue.input === 'string' ? issue.input : null;
      const nearest = found === null ? null : nearestName(found, issue.values.map(String));
      const hint = nearest === null ? '' : `. Did you mean "${nearest}"?`;
      return [said(`must be one of ${issue.values.map(String).join(', ')}${hint}`, nearest)];
    }
    case 'invalid_type':
      return [said(issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`)];
    case 'too_small':
      return [said(`must ${extent('at least', issue.minimum, issue.origin)}`)];
    case 'too_big':
      return [said(`must ${extent('at most', issue.maximum, issue.origin)}`)];
    default:
      return [said(issue.message)];
  }
}

/** The names of the fields of the object at a place of a schema, those of all its alternatives together. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => fieldsAt(option, path)))];
  const [key, ...below] = path;
  if (schema instanceof z.ZodArray && key !== undefined) return fieldsAt(schema.element, below);
  if (!(schema instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(schema.shape);
  const field: z.core.$ZodType | undefined = schema.shape[String(key)];
  return field === undefined ? [] : fieldsAt(field, below);
}

const units: Readonly<Record<string, string>> = { array: 'entries', string: 'characters' };

function extent(bound: string, size: number | bigint, origin: string): string {
  const unit = units[origin];
  return unit === undefined ? `be ${bound} ${size}` : `have ${bound} ${size} ${unit}`;
}

function article(noun: string): string {
  return noun === 'int' ? 'a whole number' : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
