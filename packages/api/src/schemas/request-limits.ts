/**
 * How much one request may ask for. What goes beyond is refused, never cut.
 * @example requestLimits.pageSize // 1000
 */
export const requestLimits = {
  /** Characters of an id. */
  idLength: 200,
  /** UTF-16 units of a lead's id: the model allows 200 characters, of which each may take two. */
  leadIdLength: 400,
  /** Characters of a dimension's value. */
  valueLength: 2048,
  metrics: 250,
  /** Rows of a report. */
  rows: 100_000,
  dimensions: 6,
  filters: 20,
  valuesOfFilter: 1000,
  /** Leads of one page. */
  pageSize: 1000,
  /** Characters of a page's cursor. */
  cursorLength: 1000,
  /** Values of a dimension. */
  dimensionValues: 1000,
  /** Events of one request. */
  items: 10_000,
  /** Bytes of the body of a request that brings events: 8 MiB. */
  ingestBytes: 8_388_608,
} as const;
