import { createZoneClock, type ZoneClock } from '../time/zone-clock.ts';
import { type CompiledFile, compileFile } from './compile-file.ts';
import type { LeadMap } from './map-schema.ts';

/** A map, compiled: closures that turn rows into events. It holds functions, so each thread compiles its own. */
export interface CompiledMap {
  readonly map: LeadMap;
  readonly files: ReadonlyMap<string, CompiledFile>;
}

/**
 * Compiles a map. The next steps are `prepareTables` (which given file is which), `createTableReader` (rows to events).
 * @param map from `parseMap`
 * @example compileMap(parseMap(text)).files.get('leads')?.headings // ['mql_id', 'first_contact_date', 'origin']
 */
export function compileMap(map: LeadMap): CompiledMap {
  const clocks = new Map<string, ZoneClock>();
  const clockOf = (zone: string): ZoneClock => {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  };
  return { map, files: new Map(Object.keys(map.files).map((id) => [id, compileFile(id, map, clockOf)])) };
}
