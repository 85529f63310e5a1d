import type { ValueScope } from './compile-cell.ts';
import { compileCondition } from './compile-condition.ts';
import { compilePlace, compileTemplate, type Place } from './compile-place.ts';
import { compileTime } from './compile-time.ts';
import { compileFields } from './compile-value.ts';
import type { EventSpec, ValueSpec } from './map-schema.ts';
import type { MappedEvent } from './mapped-event.ts';
import type { RowContext } from './row-context.ts';

/** Makes the event of a row; `null` when the row has none, or when an issue was noted. */
export type ReadEvent = (row: RowContext, key: string) => MappedEvent | null;

/**
 * Compiles one event of a file.
 * @param defaultId what follows the key in its id: `/lead.captured`
 * @param prefix what stands before the key in its id: `leads/`
 */
export function compileEvent(
  spec: EventSpec,
  source: string,
  ids: { readonly prefix: string; readonly suffix: string },
  scope: ValueScope,
): ReadEvent {
  const { type } = spec;
  const holds = spec.when === undefined ? null : compileCondition(spec.when, scope.slots);
  const subjectAt = compileTemplate(spec.subject, scope.slots);
  const idAt = spec.id === undefined ? null : compileTemplate(spec.id, scope.slots);
  const timeAt = compilePlace(spec.time, scope.slots);
  const time = compileTime(spec.time.format, scope.clockOf(spec.time.zone));
  const fields = compileFields((spec.data ?? {}) as Readonly<Record<string, ValueSpec>>, scope);
  const { prefix, suffix } = ids;
  return (row, key) => {
    if (holds !== null && !holds(row)) return null;
    const subject = subjectAt.read(row) ?? missing(row, subjectAt, `the subject of ${type}`);
    const id = idAt === null ? prefix + key + suffix : (idAt.read(row) ?? missing(row, idAt, `the id of ${type}`));
    const text = timeAt.read(row);
    const instant = text === undefined ? missingTime(row, timeAt, type) : time.instantText(row, text, timeAt.slot);
    const data = fields(row);
    if (subject === undefined || id === undefined || instant === undefined) return null;
    return { data, id, source, specversion: '1.0', subject, time: instant, type };
  };
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
