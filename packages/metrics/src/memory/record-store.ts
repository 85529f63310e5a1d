import type { RecordState } from '../engine.ts';

/** A file of a map. */
export interface RecordFile {
  readonly map: string;
  readonly file: string;
}

/** A state of a record, as a file said it. */
export interface KeptState {
  readonly state: string;
  /** Id of the import that kept it. */
  readonly import: string;
}

/** What imports have kept of the records of files. */
export class RecordStore {
  /** By file, then by key: the states in the order of their imports. */
  private readonly files = new Map<string, Map<string, KeptState[]>>();

  /** The states of each record of a file, the one that was kept last at the end. */
  of(file: RecordFile): ReadonlyMap<string, readonly KeptState[]> {
    return this.files.get(fileKey(file)) ?? noRecords;
  }

  /** Keeps a state for an import, which is the last one. */
  keep(of: RecordFile, { key, state }: RecordState, id: string): void {
    const file = fileKey(of);
    const records = this.files.get(file) ?? new Map<string, KeptState[]>();
    this.files.set(file, records);
    const states = records.get(key);
    if (states === undefined) records.set(key, [{ state, import: id }]);
    else states.push({ state, import: id });
  }

  /** Drops what an import has kept. */
  forget(id: string): void {
    for (const records of this.files.values()) {
      for (const [key, states] of records) {
        const others = states.filter((kept) => kept.import !== id);
        if (others.length === 0) records.delete(key);
        else if (others.length < states.length) records.set(key, others);
      }
    }
  }

  /** Imports that have kept a state of a record after an import kept one of it. */
  keptAfter(id: string): ReadonlySet<string> {
    const later = new Set<string>();
    for (const records of this.files.values()) {
      for (const states of records.values()) {
        const own = states.findIndex((kept) => kept.import === id);
        if (own !== -1) for (const kept of states.slice(own + 1)) later.add(kept.import);
      }
    }
    return later;
  }
}

const noRecords: ReadonlyMap<string, readonly KeptState[]> = new Map();

/** A file of a map as the key of a `Map`. */
export function fileKey({ map, file }: RecordFile): string {
  return JSON.stringify([map, file]);
}
