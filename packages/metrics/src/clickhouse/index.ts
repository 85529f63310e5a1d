export type { Judging, JudgingOptions, KeptAgreements, SignedVersion } from '../store/kept-versions.ts';
export { type ClickHouseEngineOptions, openClickHouseEngine } from './clickhouse-engine.ts';
