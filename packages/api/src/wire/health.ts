/** Whether the service answers, and from what. */
export interface Health {
  readonly status: 'ok';
  readonly engine: 'memory' | 'duckdb' | 'clickhouse';
  readonly events: number;
  readonly leads: number;
  readonly quarantined: number;
  /** The service's clock, ISO 8601. */
  readonly asOf: string;
  /** Time of the first event, ISO 8601; `null` for an empty log. */
  readonly firstEvent: string | null;
  /** Time of the last event, ISO 8601; `null` for an empty log. */
  readonly lastEvent: string | null;
}
