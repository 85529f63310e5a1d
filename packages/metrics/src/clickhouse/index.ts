export { type ClickHouseEngineOptions, openClickHouseEngine } from './clickhouse-engine.ts';
