export { type DuckDbEngineOptions, type Judging, openDuckDbEngine } from './duckdb-engine.ts';
export type { KeptAgreements, SignedVersion } from './kept-agreement.ts';
