import type { EventType } from '@sameteam/model';
import type { ValueScope } from './compile-cell.ts';
import { compileCondition } from './compile-condition.ts';
import { compilePlace, compileTemplate, type Place } from './compile-place.ts';
import { compileTime } from './compile-time.ts';
import { compileGroup, type ValueGroup } from './compile-value.ts';
import type { EventSpec, ValueSpec } from './map-schema.ts';
import type { MappedEvent } from './mapped-event.ts';
import { readGroup } from './read-group.ts';
import type { RowContext } from './row-context.ts';

/** Makes the event of a row; `null` when the row has none, or when an issue was noted. */
export type ReadEvent = (row: RowContext, key: string) => MappedEvent | null;

/** One event of a file, compiled: what its parts are read with, and all of them together. */
export interface CompiledEvent {
  readonly type: EventType;
  readonly source: string;
  /** Whether a row has this event; `null` where each has. */
  readonly holds: ((row: RowContext) => boolean) | null;
  /** These note an issue and give `undefined` where the row does not say it. */
  readonly subject: (row: RowContext) => string | undefined;
  readonly id: (row: RowContext, key: string) => string | undefined;
  /** UTC epoch milliseconds. */
  readonly timeMs: (row: RowContext) => number | undefined;
  readonly data: ValueGroup;
  readonly read: ReadEvent;
}

/**
 * Compiles one event of a file.
 * @param ids.prefix what stands before the key in its id: `leads/`
 * @param ids.suffix what follows it: `/lead.captured`
 */
export function compileEvent(
  spec: EventSpec,
  source: string,
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string },
  scope: ValueScope,
): CompiledEvent {
  const { type } = spec;
  const holds = spec.when === undefined ? null : compileCondition(spec.when, scope.slots);
  const subjectAt = compileTemplate(spec.subject, scope.slots);
  const idAt = spec.id === undefined ? null : compileTemplate(spec.id, scope.slots);
  const timeAt = compilePlace(spec.time, scope.slots);
  const time = compileTime(spec.time.format, scope.clockOf(spec.time.zone));
  const data = compileGroup((spec.data ?? {}) as Readonly<Record<string, ValueSpec>>, scope);
  const fields = readGroup(data, (leaf) => leaf.read);
  const subject = (row: RowContext) => subjectAt.read(row) ?? missing(row, subjectAt, `the subject of ${type}`);
  const id = (row: RowContext, key: string) =>
    idAt === null ? prefix + key + suffix : (idAt.read(row) ?? missing(row, idAt, `the id of ${type}`));
  const timeMs = (row: RowContext) => {
    const text = timeAt.read(row);
    return text === undefined ? missingTime(row, timeAt, type) : time.instantMs(row, text, timeAt.slot);
  };
  const read: ReadEvent = (row, key) => {
    if (holds !== null && !holds(row)) return null;
    const about = subject(row);
    const name = id(row, key);
    const ms = timeMs(row);
    const said = fields(row);
    if (about === undefined || name === undefined || ms === undefined) return null;
    return mappedEvent({ data: said, id: name, source, subject: about, time: time.instantText(ms), type });
  };
  return { type, source, holds, subject, id, timeMs, data, read };
}

/** An event of its parts, with its keys in canonical order. */
export function mappedEvent({ data, id, source, subject, time, type }: Omit<MappedEvent, 'specversion'>): MappedEvent {
  return { data, id, source, specversion: '1.0', subject, time, type };
}

function missing(row: RowContext, place: Place, what: string): undefined {
  row.fail(
    'missing-value',
    place.slot,
    `The cell is empty, but ${what} is made of it. Give such rows no event by \`when: { column: …, present: true }\`.`,
  );
  return undefined;
}

function missingTime(row: RowContext, place: Place, type: string): undefined {
  const column = place.slot === null ? '…' : row.headingOf(place.slot);
  row.fail(
    'missing-time',
    place.slot,
    `The cell is empty, but ${type} needs its time. If such rows have no ${type}, say \`when: { column: ${column}, present: true }\` in the map.`,
  );
  return undefined;
}
