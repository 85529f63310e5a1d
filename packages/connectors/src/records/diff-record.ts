import type { MappedEvent } from '../map/mapped-event.ts';
import { type DiffOptions, type DiffWork, type RecordRow, retractEvent, shortHash } from './diff-work.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import { hasDigest, type RecordState, readState, type SlotState, writeState } from './record-state.ts';
import { tellFacts } from './tell-facts.ts';
import { canTell, updateType } from './update-type.ts';

/** What a row adds to the log, and what to remember of it. */
export interface RecordDiff {
  /** Empty when nothing changed. */
  readonly events: readonly MappedEvent[];
  readonly state: string;
}

/**
 * What changed in a record since its last export, as events.
 *
 * A new event of the row is sent as it is. One that is gone, whose time or subject moved, or whose change no update event
 * can tell (links; a lead.qualified with another readiness) is retracted, and sent again with a version behind its id.
 * Other changed facts become one `lead.updated`, `contact.updated`, `company.updated` or `opportunity.changed` for each
 * subject, with the changed fields only and null where a value vanished. It is timed `changedMs`, or just after the latest
 * event that it corrects. Ids come from the record, a counter and a digest of the content, so they stay unique when an old
 * value returns.
 * @param previous state from the last time; `null` for a new record
 * @throws ConnectorError `bad-record-state`
 * @example
 * const { events, state } = diffRecord(null, row, options);
 * events.map(({ type }) => type) // ['lead.captured']
 * diffRecord(state, row, options).events // []
 */
export function diffRecord(previous: string | null, row: RecordRow, options: DiffOptions): RecordDiff {
  const digest = options.hash(JSON.stringify(row.events));
  if (previous !== null && hasDigest(previous, digest)) return { events: [], state: previous };
  const before: RecordState = previous === null ? { digest: '', serial: 0, slots: {}, told: {} } : readState(previous);
  const work: DiffWork = { row, options, slots: { ...before.slots }, out: [], serial: before.serial };
  const next = new Map(row.events.map((event) => [event.id, { event, leaves: leavesOf(event, options.hash) }]));
  for (const [base, slot] of Object.entries(before.slots)) {
    const reason = slot.live === null ? null : whyRetract(slot.live, next.get(base));
    if (reason === null || slot.live === null) continue;
    retractEvent(work, slot.live, reason);
    work.slots[base] = { version: slot.version, live: null };
  }
  for (const [base, { event, leaves }] of next) send(work, base, event, leaves);
  // Of a new record the events say everything.
  const told = previous === null ? {} : tellFacts(work, next, before.told);
  return { events: work.out, state: writeState({ digest, serial: work.serial, slots: work.slots, told }) };
}

function whyRetract(
  live: NonNullable<SlotState['live']>,
  now: { readonly event: MappedEvent; readonly leaves: Leaves } | undefined,
): string | null {
  if (now === undefined) return 'The record has it no more.';
  const { event, leaves } = now;
  if (Date.parse(event.time) !== live.timeMs) return `Its time moved to ${event.time}.`;
  if (event.subject !== live.subject || event.type !== live.type) return 'It is about something else now.';
  const update = updateType(event.type);
  const changed = [...new Set([...Object.keys(live.leaves), ...Object.keys(leaves)])].filter(
    (pointer) => live.leaves[pointer] !== leaves[pointer],
  );
  const untold = changed.find((pointer) => update === null || !canTell(update, pointer, leaves[pointer] === undefined));
  return untold === undefined ? null : `Its ${untold.slice(1)} changed.`;
}

function send(work: DiffWork, base: string, event: MappedEvent, leaves: Leaves): void {
  const slot = work.slots[base];
  if (slot !== undefined && slot.live !== null) return;
  const version = (slot?.version ?? 0) + 1;
  const id = version === 1 ? base : `${base}~${version}-${shortHash(work, [event.data, event.time])}`;
  const { subject, type } = event;
  work.slots[base] = { version, live: { id, leaves, subject, timeMs: Date.parse(event.time), type } };
  work.out.push(id === base ? event : { ...event, id });
}
