export type { Judging, JudgingOptions, KeptAgreements, SignedVersion } from '../store/kept-versions.ts';
export { type DuckDbEngineOptions, openDuckDbEngine } from './duckdb-engine.ts';
