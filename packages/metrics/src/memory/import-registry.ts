import { compareUtf8 } from '@sameteam/model';
import type { QuarantinedRow } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { MemoryStore } from './memory-store.ts';

/** @throws MetricsError `known-at-too-early` where nothing had been imported by then */
export function refuseUnknownPast(store: MemoryStore, { knownAtMs }: LogBounds): void {
  if (knownAtMs === null || store.imports.length === 0) return;
  const firstMs = store.imports.reduce(
    (least, { recordedMs }) => Math.min(least, recordedMs),
    Number.POSITIVE_INFINITY,
  );
  if (knownAtMs >= firstMs) return;
  throw new MetricsError('known-at-too-early', {
    knownAt: new Date(knownAtMs).toISOString(),
    first: new Date(firstMs).toISOString(),
  });
}

/** Rows in quarantine by import, file, line, code and column, in that order. */
export function quarantinedRows(
  store: MemoryStore,
  only: string | undefined,
): readonly (QuarantinedRow & { readonly import: string })[] {
  const numbers = new Map(store.imports.map(({ id }, number) => [id, number]));
  return store.quarantine
    .filter((row) => only === undefined || row.import === only)
    .sort(
      (a, b) =>
        (numbers.get(a.import) ?? 0) - (numbers.get(b.import) ?? 0) ||
        compareUtf8(a.file, b.file) ||
        a.line - b.line ||
        compareUtf8(a.code, b.code) ||
        compareNullable(a.column, b.column),
    );
}

/** Rows in quarantine of imports that were not taken back. */
export function quarantinedCount({ imports, quarantine }: MemoryStore): number {
  const undone = new Set(imports.flatMap(({ id, undoneMs }) => (undoneMs === null ? [] : [id])));
  return quarantine.filter((row) => !undone.has(row.import)).length;
}

/** Later imports that keep what has changed in records of this one, or relied on its events for records, the last first. */
export function importsBuiltUpon(store: MemoryStore, id: string): readonly string[] {
  const number = new Map(store.imports.map((known, index) => [known.id, index]));
  const numberOf = (from: string) => number.get(from) ?? -1;
  const later = new Set(store.records.keptAfter(id));
  for (const { import: from, upon } of store.reliances)
    if (upon === id && store.imports[numberOf(from)]?.undoneMs === null) later.add(from);
  return [...later].sort((a, b) => numberOf(b) - numberOf(a));
}

/** The imports that there are, in words. */
export function knownImports({ imports }: MemoryStore): string {
  return imports.length === 0 ? 'Nothing has been imported.' : `Imports are ${imports.map(({ id }) => id).join(', ')}.`;
}

/** As UTF-8 bytes; a missing one last. */
export function compareNullable(a: string | null, b: string | null): number {
  return a === null ? 1 : b === null ? -1 : compareUtf8(a, b);
}
