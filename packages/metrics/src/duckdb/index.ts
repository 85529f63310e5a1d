export { type DuckDbEngineOptions, openDuckDbEngine } from './duckdb-engine.ts';
