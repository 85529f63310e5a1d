import { eventTypes } from '@sameteam/model';
import type { StoredEvent } from '../engine.ts';
import type { MemoryStore } from './memory-store.ts';
import { visibleLog } from './visible-log.ts';

/** The events of a subject, and of all that are counted as the same record. */
export function storedEvents(store: MemoryStore, subject: string): readonly StoredEvent[] {
  const { log, imports } = store;
  const visible = visibleLog(log, imports, { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null, version: null });
  const rootOf = (record: number) => visible.roots.get(record) ?? record;
  const code = log.subjects.find(subject);
  const root = code === undefined ? -1 : rootOf(code);
  const subjects = log.subject.view();
  const found: number[] = [];
  for (let event = 0; event < log.length; event++) if (rootOf(subjects[event] as number) === root) found.push(event);
  const importOf = log.importNumber.view();
  const byArrival = (a: number, b: number) => (importOf[a] as number) - (importOf[b] as number);
  return found
    .sort((a, b) => visible.compare(a, b) || byArrival(a, b))
    .map((event) => {
      const from = imports[importOf[event] as number] as (typeof imports)[number];
      return {
        source: log.sources.text(log.source.view()[event] as number) as string,
        id: log.id.text(event),
        type: eventTypes[log.type.view()[event] as number] as string,
        subject: log.subjects.text(subjects[event] as number) as string,
        timeMs: log.timeMs.view()[event] as number,
        recordedMs: from.recordedMs,
        data: JSON.parse(log.data.text(event)) as unknown,
        import: from.id,
        retracted: visible.mask !== null && visible.mask[event] === 0,
      };
    });
}
