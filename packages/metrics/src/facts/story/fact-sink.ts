import type { FactGrain, FactRowOf } from '../schema/fact-schema.ts';

/** Takes the rows that folds make. */
export interface FactSink {
  add<G extends FactGrain>(grain: G, row: FactRowOf<G>): void;
}
