import { compareUtf8 } from '@sameteam/model';
import { canBeOne } from '../facts/can-be-one.ts';
import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { type LinkRuling, recordRoots } from '../facts/record-roots.ts';
import { type Retraction, standingRetractions } from '../facts/standing-retractions.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { MemoryLog } from './log.ts';

/** An import as the memory engine keeps it. */
export interface MemoryImport {
  readonly id: string;
  readonly recordedMs: number;
  undoneMs: number | null;
}

/** The events that count under bounds, and which record each subject is counted as. */
export interface VisibleLog {
  readonly log: MemoryLog;
  /** 1 for an event that counts. `null` when all do. */
  readonly mask: Uint8Array | null;
  readonly roots: ReadonlyMap<number, number>;
  /** Compares two events by (time, rank, source, id). */
  readonly compare: (a: number, b: number) => number;
}

/** Selects the events that had happened by as-of and had been recorded, and not retracted, by known-at. */
export function visibleLog(log: MemoryLog, imports: readonly MemoryImport[], bounds: LogBounds): VisibleLog {
  const { asOfMs, knownAtMs } = bounds;
  const knownBy = knownAtMs ?? Number.POSITIVE_INFINITY;
  const time = log.timeMs.view();
  const importOf = log.importNumber.view();
  const compare = eventOrder(log);
  const recorded = imports.map(
    ({ recordedMs, undoneMs }) => recordedMs <= knownBy && !(undoneMs !== null && undoneMs <= knownBy),
  );
  const idOf = (importNumber: number) => imports[importNumber]?.id ?? '';
  const standing = standingRetractions(retractions(log, recorded, { compare, idOf }));
  const retracted = new Set(standing.flatMap(({ targets }) => targets));
  const retractedImports = new Set(standing.map((retraction) => retraction.import));
  const counts = recorded.map((isRecorded, index) => isRecorded && !retractedImports.has(imports[index]?.id ?? null));
  const all = retracted.size === 0 && counts.every(Boolean) && log.lastMs <= asOfMs;
  const mask = all ? null : new Uint8Array(log.length);
  if (mask !== null) {
    for (let event = 0; event < mask.length; event++) {
      const isCounted =
        (time[event] as number) <= asOfMs && counts[importOf[event] as number] === true && !retracted.has(event);
      mask[event] = isCounted ? 1 : 0;
    }
  }
  const seen = (event: number) => mask === null || mask[event] === 1;
  return { log, mask, roots: recordRoots(linkRulings(log, seen, compare)), compare };
}

/** The total order of events, which never depends on arrival. */
function eventOrder(log: MemoryLog): (a: number, b: number) => number {
  const time = log.timeMs.view();
  const type = log.type.view();
  const source = log.source.view();
  return (a, b) => {
    const keyA = (time[a] as number) * keyScale + (type[a] as number);
    const keyB = (time[b] as number) * keyScale + (type[b] as number);
    if (keyA !== keyB) return keyA - keyB;
    const sourceA = source[a] as number;
    const sourceB = source[b] as number;
    if (sourceA !== sourceB)
      return compareUtf8(log.sources.text(sourceA) as string, log.sources.text(sourceB) as string);
    return compareUtf8(log.id.text(a), log.id.text(b));
  };
}

/** The retractions that are recorded, in order. One counts whatever as-of is asked for: the event was never right. */
function retractions(
  log: MemoryLog,
  recorded: readonly boolean[],
  { compare, idOf }: { readonly compare: VisibleLog['compare']; readonly idOf: (importNumber: number) => string },
): readonly Retraction[] {
  const type = log.type.view();
  const importOf = log.importNumber.view();
  const rulings = log.rulings
    .filter(({ event }) => type[event] === foldRanks.retracted && recorded[importOf[event] as number] === true)
    .sort((a, b) => compare(a.event, b.event));
  if (rulings.length === 0) return [];
  const named = new Map<string, number[]>();
  for (const { data } of rulings) {
    const { id } = data.target as { readonly id?: string };
    if (id !== undefined) named.set(id, []);
  }
  for (let event = 0; event < log.length; event++) named.get(log.id.text(event))?.push(event);
  const source = log.source.view();
  return rulings.map(({ event, data }) => {
    const target = data.target as { readonly source?: string; readonly id?: string; readonly import?: string };
    const code = log.sources.find(target.source ?? '');
    const targets = (named.get(target.id ?? '') ?? []).filter((candidate) => source[candidate] === code);
    return { event, targets, from: idOf(importOf[event] as number), import: target.import ?? null };
  });
}

function linkRulings(
  log: MemoryLog,
  seen: (event: number) => boolean,
  compare: (a: number, b: number) => number,
): readonly LinkRuling[] {
  const type = log.type.view();
  const subject = log.subject.view();
  return log.rulings
    .filter(({ event }) => (type[event] === foldRanks.linked || type[event] === foldRanks.unlinked) && seen(event))
    .sort((a, b) => compare(a.event, b.event))
    .flatMap(({ event, data }) => {
      const own = subject[event] as number;
      const other = typeof data.with === 'string' ? data.with : '';
      if (!canBeOne(log.subjects.text(own) as string, other)) return [];
      return [{ linked: type[event] === foldRanks.linked, subject: own, with: log.subjects.code(other) }];
    });
}
