import type { LogBounds } from '../plan/reduction.ts';
import type { MemoryStore } from './memory-store.ts';

/** Events that had happened by as-of and were recorded after it, of imports that were not taken back. */
export function recordedLater({ log, imports }: MemoryStore, { asOfMs }: LogBounds): number {
  const isLater = imports.map(({ recordedMs, undoneMs }) => undoneMs === null && recordedMs > asOfMs);
  // Where nothing had been recorded by then, there was no number that could be restated.
  if (!isLater.includes(true) || !imports.some(({ recordedMs }) => recordedMs <= asOfMs)) return 0;
  const time = log.timeMs.view();
  const importOf = log.importNumber.view();
  let count = 0;
  for (let event = 0; event < log.length; event++) {
    if ((time[event] as number) <= asOfMs && isLater[importOf[event] as number] === true) count++;
  }
  return count;
}
