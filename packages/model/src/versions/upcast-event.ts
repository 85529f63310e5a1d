import { ModelError } from '../model-error.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { readSchemaVersion, schemaMajor } from '../vocabulary/schema-version.ts';

/** An event as JSON gives it, of whatever version. */
export interface VersionedEvent {
  readonly type: string;
  readonly dataschema?: string | undefined;
  readonly data?: unknown;
}

/** A step from one major version of the schema of a type to the next. */
export interface Upcaster {
  readonly type: EventType;
  /** Major version that it reads; it gives the next one. */
  readonly from: number;
  /** Pure: the same data gives the same data, and nothing else is asked. */
  readonly upcast: (data: unknown) => unknown;
}

/** The steps that were released. Version 1 is the only major version so far, so there is none. */
export const upcasters: readonly Upcaster[] = [];

/**
 * An event in the major version that is asked for: its data goes through one step for each major version between, and
 * `dataschema` names the version that it is in now. A type without a step did not change between the two: the build fails
 * where one changed and has no step. What was stored stays as it is: this is done whenever it is read.
 * @param event an event that was good in its own version; without a `dataschema` of ours it counts as version 1
 * @param options.to the major version, the one of this package unless told
 * @returns the very event where it is in that version already
 * @throws ModelError `no-upcaster` for an event of a newer version
 * @example upcastEvent({ type: 'lead.accepted', data: { by: 'rep-7' } }) // { type: 'lead.accepted', data: { by: 'rep-7' } }
 */
export function upcastEvent<E extends VersionedEvent>(
  event: E,
  { to = schemaMajor, steps = upcasters }: { readonly to?: number; readonly steps?: readonly Upcaster[] } = {},
): E {
  const version = event.dataschema === undefined ? null : readSchemaVersion(event.dataschema);
  const from = version === null || version === 'unreadable' ? 1 : version.major;
  if (from === to) return event;
  if (from > to) throw new ModelError('no-upcaster', { type: event.type, from, to });
  let { data } = event;
  for (let major = from; major !== to; major++) {
    const step = steps.find((each) => each.type === event.type && each.from === major);
    if (step !== undefined) data = step.upcast(data);
  }
  return { ...event, data, dataschema: `urn:sameteam:schema:${to}.0:${event.type}` };
}
