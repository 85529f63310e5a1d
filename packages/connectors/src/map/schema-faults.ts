import { nearestName } from '@sameteam/model';
import type { z } from 'zod';
import { cellKeys, cellSchema, conditionSchema, leadMapSchema } from './map-schema.ts';
import type { MapPath } from './references.ts';

/** A fault before its place in the text is known. */
export interface PathFault {
  readonly path: MapPath;
  readonly message: string;
  /** True when the key itself is wrong, not its value. */
  readonly atKey: boolean;
}

// Every key of the language, to find the one that a mistyped key meant.
const knownKeys = [
  'sameteam-map', 'source', 'zone', 'files', 'match', 'headings', 'rows', 'key', 'delimiter', 'encoding', 'empty', 'trim', 'columns', 'optional', 'changed', 'joins', 'events',
  'file', 'on', 'take', 'required', 'type', 'id', 'subject', 'time', 'when', 'data', 'column', 'firstOf', 'template', 'format', 'present', 'is', 'in', 'notIn', 'all', 'any',
  'as', 'case', 'rename', 'prefix', 'only', 'decimal', 'currency', 'unit', 'split', 'true', 'false', 'else',
]; // biome-ignore format: a list of words

/** What the schema finds wrong in a map, with values and conditions judged by what they were meant to be. */
export function schemaFaults(map: unknown): readonly PathFault[] {
  const result = leadMapSchema.safeParse(map);
  if (result.success) return [];
  const outside = result.error.issues.filter(
    (issue) => issue.path[2] !== 'events' || !['data', 'when'].includes(String(issue.path[4])),
  );
  const faults = outside.flatMap((issue) => tell(issue, map, []));
  return [...faults, ...eventFaults(map)];
}

function eventFaults(map: unknown): readonly PathFault[] {
  return Object.entries(asRecord(asRecord(map).files)).flatMap(([id, file]) => {
    const { events } = asRecord(file);
    if (!Array.isArray(events)) return [];
    return events.flatMap((event: unknown, index) => {
      const { data, when } = asRecord(event);
      const path = ['files', id, 'events', index];
      const inData = data === undefined ? [] : groupFaults(data, [...path, 'data'], 'the fields of the event');
      return [...inData, ...(when === undefined ? [] : conditionFaults(when, [...path, 'when']))];
    });
  });
}

function valueFaults(value: unknown, path: MapPath): readonly PathFault[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => valueFaults(item, [...path, index]));
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? [{ path, message: 'A value is missing here.', atKey: false }] : [];
  }
  if (!cellKeys.some((key) => key in value)) return groupFaults(value, path, 'a group of fields');
  const result = cellSchema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => tell(issue, value, path));
}

function groupFaults(value: unknown, path: MapPath, what: string): readonly PathFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path, message: `Here stand ${what}, each with a name.`, atKey: false }];
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (/^[A-Za-z_][\w.-]*$/.test(key)) return valueFaults(item, [...path, key]);
    return [
      {
        path: [...path, key],
        message: `"${key}" cannot be the name of a field: it starts with a letter, and has letters, digits, _ - and . only.`,
        atKey: true,
      },
    ];
  });
}

function conditionFaults(condition: unknown, path: MapPath): readonly PathFault[] {
  const parts = asRecord(condition);
  for (const key of ['all', 'any']) {
    const list = parts[key];
    if (Array.isArray(list) && list.length > 0 && Object.keys(parts).length === 1) {
      return list.flatMap((part: unknown, index) => conditionFaults(part, [...path, key, index]));
    }
  }
  if (!('column' in parts)) {
    return [{ path, message: 'A condition names a `column`, or lists others under `all` or `any`.', atKey: false }];
  }
  const result = conditionSchema.safeParse(condition);
  if (result.success) return [];
  const unknown = Object.keys(parts).filter((key) => !['column', 'present', 'is', 'in', 'notIn'].includes(key));
  if (unknown.length > 0) return unknown.map((key) => unknownKey(key, path));
  return [
    {
      path,
      message: 'A condition on a column says `present: true`, `is: text`, `in: [..]` or `notIn: [..]`.',
      atKey: false,
    },
  ];
}

function tell(issue: z.core.$ZodIssue, root: unknown, prefix: MapPath): readonly PathFault[] {
  const inside = issue.path as MapPath;
  const path = [...prefix, ...inside];
  const found = inside.reduce<unknown>((value, key) => asRecord(value)[String(key)], root);
  const key = String(path.at(-1) ?? 'the map');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((unknown) => unknownKey(unknown, path));
  if (found === undefined) return [{ path, message: `"${key}" is missing.`, atKey: false }];
  if (issue.code === 'invalid_key') {
    return [
      {
        path,
        message: `"${key}" cannot be the name of a file: it starts with a letter, and has letters, digits, _ and - only.`,
        atKey: true,
      },
    ];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const nearest = nearestName(String(found), allowed);
    const hint =
      nearest === null
        ? allowed.length < 12
          ? ` Write one of: ${allowed.map((value) => JSON.stringify(value)).join(', ')}.`
          : ''
        : ` Did you mean "${nearest}"?`;
    return [{ path, message: `${JSON.stringify(found)} cannot stand at "${key}".${hint}`, atKey: false }];
  }
  return [{ path, message: `${short(found)} cannot stand at "${key}": ${clause(issue.message)}.`, atKey: false }];
}

function unknownKey(key: string, path: MapPath): PathFault {
  const nearest = nearestName(key, knownKeys);
  const hint = nearest === null || nearest === key ? '' : ` Did you mean "${nearest}"?`;
  return { path: [...path, key], message: `"${key}" means nothing here.${hint}`, atKey: true };
}

function clause(message: string): string {
  return message.replace(/^Invalid input: /, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
