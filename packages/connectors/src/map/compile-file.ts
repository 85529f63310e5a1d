import type { ZoneClock } from '../time/zone-clock.ts';
import type { ValueScope } from './compile-cell.ts';
import { type CompiledEvent, compileEvent } from './compile-event.ts';
import { compilePlace } from './compile-place.ts';
import { compileTime } from './compile-time.ts';
import type { FileSpec, LeadMap } from './map-schema.ts';
import type { RowContext } from './row-context.ts';
import { Slots } from './slots.ts';

/** A file of a map, compiled: it does not yet know in which column of a table a heading stands. */
export interface CompiledFile {
  readonly id: string;
  readonly spec: FileSpec;
  /** The headings that are read, by slot; those of joined columns are `<file>.<heading>`. */
  readonly headings: readonly string[];
  readonly keySlots: readonly number[];
  readonly events: readonly CompiledEvent[];
  /** When the record last changed, where the map says so. */
  readonly changedMs: ((row: RowContext) => number | undefined) | null;
}

/** Compiles a file of a map into closures over slots. */
export function compileFile(id: string, map: LeadMap, clocks: (zone: string) => ZoneClock): CompiledFile {
  const spec = map.files[id] as FileSpec;
  const slots = new Slots();
  const keySlots = (typeof spec.key === 'string' ? [spec.key] : spec.key).map((heading) => slots.of(heading));
  for (const join of spec.joins ?? []) for (const heading of Object.keys(join.on)) slots.of(heading);
  const scope: ValueScope = { slots, clockOf: (zone) => clocks(zone ?? spec.zone ?? map.zone) };
  const events = spec.events.map((event, index) => {
    const before = spec.events.slice(0, index).filter(({ type }) => type === event.type).length;
    const suffix = `/${event.type}${before === 0 ? '' : `-${before + 1}`}`;
    return compileEvent(event, spec.source ?? map.source, { prefix: `${id}/`, suffix }, scope);
  });
  return { id, spec, keySlots, events, changedMs: compileChanged(spec, scope), headings: slots.headings };
}

function compileChanged(spec: FileSpec, scope: ValueScope): CompiledFile['changedMs'] {
  if (spec.changed === undefined) return null;
  const place = compilePlace(spec.changed, scope.slots);
  const time = compileTime(spec.changed.format, scope.clockOf(spec.changed.zone));
  return (row) => {
    const text = place.read(row);
    return text === undefined ? undefined : time.instantMs(row, text, place.slot);
  };
}
