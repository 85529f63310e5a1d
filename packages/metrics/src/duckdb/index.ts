export { type DuckDbEngineOptions, openDuckDbEngine } from './duckdb-engine.ts';
export { nodePlatform, sha256 } from './sha256.ts';
