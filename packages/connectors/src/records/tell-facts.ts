import type { EventType } from '@sameteam/model';
import type { MappedEvent } from '../map/mapped-event.ts';
import { instantText } from '../time/instant-text.ts';
import { bySaying, type DiffWork, makeId, retractEvent } from './diff-work.ts';
import { type Leaves, putAt, valueAt } from './leaves.ts';
import type { RecordState, ToldUpdate } from './record-state.ts';
import { canTell, updateType } from './update-type.ts';

interface Said {
  readonly timeMs: number;
  readonly type: string;
  readonly leaves: Readonly<Record<string, string | null>>;
}

type Told = RecordState['told'];
type Current = ReadonlyMap<string, { readonly event: MappedEvent; readonly leaves: Leaves }>;

/**
 * Sends one update event for each subject whose facts, folded from everything in the log, are not what the row says.
 * @param next the events of the row by their id
 * @param before what updates told so far
 * @returns what they told now
 */
export function tellFacts(work: DiffWork, next: Current, before: Told): Told {
  const told: Record<string, readonly ToldUpdate[]> = {};
  const subjects = new Map<string, MappedEvent[]>();
  for (const { event } of next.values()) {
    const update = updateType(event.type);
    if (update === null) continue;
    const group = `${update} ${event.subject}`;
    subjects.set(group, [...(subjects.get(group) ?? []), event]);
  }
  for (const [group, events] of subjects) {
    const updates = tellSubject(work, group, events, next, before[group] ?? []);
    if (updates.length > 0) told[group] = updates;
  }
  for (const [group, updates] of Object.entries(before)) {
    if (!subjects.has(group)) retractUpdates(work, group, updates, 'The record says no more of its subject.');
  }
  return told;
}

function tellSubject(
  work: DiffWork,
  group: string,
  events: readonly MappedEvent[],
  next: Current,
  before: readonly ToldUpdate[],
): readonly ToldUpdate[] {
  const update = group.slice(0, group.indexOf(' ')) as EventType;
  const subject = group.slice(group.indexOf(' ') + 1);
  const inLog: Said[] = events.flatMap((event) => work.slots[event.id]?.live ?? []);
  const ordered = [...events].sort((left, right) => bySaying(saidTime(left), saidTime(right)));
  const wanted = fold(ordered.map((event) => ({ ...saidTime(event), leaves: next.get(event.id)?.leaves ?? {} })));
  const updates: readonly Said[] = before.map((told) => ({ ...told, type: update }));
  const changed = changedFacts(fold([...inLog, ...updates]), wanted);
  if (changed.length === 0) return before;
  if (before.length > 0 && !changed.every((pointer) => canTell(update, pointer, !wanted.has(pointer)))) {
    // What an update told and no other can clear: the updates themselves go.
    retractUpdates(work, group, before, 'Its facts changed in a way that no update can tell.');
    return tellSubject(work, group, events, next, []);
  }
  const timeMs = Math.max(work.options.changedMs, ...[...inLog, ...updates].map((said) => said.timeMs + 1));
  const data: Record<string, unknown> = {};
  for (const pointer of changed) putAt(data, pointer, lastValue(ordered, pointer));
  const time = instantText(timeMs);
  const canonical = sortKeys(data) as Record<string, unknown>;
  const id = makeId(work, update, [canonical, time]);
  work.out.push({ data: canonical, id, source: work.row.source, specversion: '1.0', subject, time, type: update });
  const leaves = Object.fromEntries(changed.map((pointer) => [pointer, wanted.get(pointer) ?? null]));
  return [...before, { id, timeMs, leaves }];
}

function retractUpdates(work: DiffWork, group: string, updates: readonly ToldUpdate[], reason: string): void {
  const subject = group.slice(group.indexOf(' ') + 1);
  for (const { id } of updates) retractEvent(work, { id, subject }, reason);
}

function changedFacts(
  current: ReadonlyMap<string, string | null>,
  wanted: ReadonlyMap<string, string | null>,
): readonly string[] {
  const pointers = [...new Set([...current.keys(), ...wanted.keys()])];
  return pointers.filter((pointer) => (current.get(pointer) ?? null) !== (wanted.get(pointer) ?? null)).sort();
}

function fold(said: readonly Said[]): ReadonlyMap<string, string | null> {
  const facts = new Map<string, string | null>();
  for (const { leaves } of [...said].sort(bySaying))
    for (const [pointer, leaf] of Object.entries(leaves)) facts.set(pointer, leaf);
  return facts;
}

function saidTime(event: MappedEvent): { readonly timeMs: number; readonly type: string } {
  return { timeMs: Date.parse(event.time), type: event.type };
}

function lastValue(ordered: readonly MappedEvent[], pointer: string): unknown {
  for (const event of [...ordered].reverse()) {
    const value = valueAt(event.data, pointer);
    if (value !== undefined && value !== null) return value;
  }
  return null;
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
