import { availableParallelism } from 'node:os';
import type { DuckDbEngineOptions } from '@sameteam/metrics/duckdb';

/** Threads that read the rows of a large table. */
export function readingThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1));
}

/**
 * What the database of an import is given: memory that leaves the rest to the threads that read rows, and the cores that
 * they leave. Where both take all cores they stand in each other's way: on two cores an import took 18 s and not 16.
 * @example
 * const engine = await openDuckDbEngine({ path: 'team.duckdb', ...importResources() });
 */
export function importResources(): Required<Pick<DuckDbEngineOptions, 'memoryLimit' | 'threads'>> {
  return { memoryLimit: '256MB', threads: Math.max(1, availableParallelism() - readingThreads()) };
}
