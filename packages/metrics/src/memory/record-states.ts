import { compareUtf8 } from '@sameteam/model';
import type { ImportSession, RecordState } from '../engine.ts';
import { fileKey, type RecordFile, type RecordStore } from './record-store.ts';

/** The part of an import that is about records. */
type RecordParts = Pick<ImportSession, 'recordStates' | 'saveRecords' | 'markSeen' | 'seenRecords' | 'vanished'>;

/** What an import knows and keeps of records. */
export interface RecordStates extends RecordParts {
  /** Whether the import has kept a state. */
  hasSaved(): boolean;
  /** Moves the states of the import to the store. */
  commit(id: string): void;
}

/** The records of an import: what it keeps waits beside the store until it is committed. */
export function recordStates(store: RecordStore): RecordStates {
  const saved = new Map<string, { readonly of: RecordFile; readonly states: Map<string, RecordState> }>();
  const seen = new Map<string, Set<string>>();
  const savedOf = (of: RecordFile): Map<string, RecordState> => {
    const known = saved.get(fileKey(of)) ?? { of, states: new Map() };
    saved.set(fileKey(of), known);
    return known.states;
  };
  const seenOf = (of: RecordFile): Set<string> => {
    const known = seen.get(fileKey(of)) ?? new Set();
    seen.set(fileKey(of), known);
    return known;
  };
  return {
    hasSaved: () => [...saved.values()].some(({ states }) => states.size > 0),
    async recordStates(map, file, keys) {
      const own = savedOf({ map, file });
      const kept = store.of({ map, file });
      const states = new Map<string, string>();
      for (const key of keys) {
        const state = own.get(key)?.state ?? kept.get(key)?.at(-1)?.state;
        if (state !== undefined) states.set(key, state);
      }
      return states;
    },
    async saveRecords(map, file, records) {
      const own = savedOf({ map, file });
      const keys = seenOf({ map, file });
      for (const record of records) {
        own.set(record.key, record);
        keys.add(record.key);
      }
    },
    async markSeen(map, file, keys) {
      const known = seenOf({ map, file });
      for (const key of keys) known.add(key);
    },
    async seenRecords(map, file, keys) {
      const known = seenOf({ map, file });
      return new Set(keys.filter((key) => known.has(key)));
    },
    async vanished(map, file, limit) {
      const known = seenOf({ map, file });
      const keys = [...store.of({ map, file }).keys()].filter((key) => !known.has(key));
      return { count: keys.length, keys: keys.sort(compareUtf8).slice(0, limit) };
    },
    commit(id) {
      for (const { of, states } of saved.values()) for (const record of states.values()) store.keep(of, record, id);
    },
  };
}
