const messages = {
  'no-metric': () => 'A report needs at least one metric. Name them, for example captured,won,lead_to_win_rate.',
  'unknown-metric': (p: { id: string; nearest: string | null }) =>
    `There is no metric "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} All are in metricIds; a server lists them at /v1/metrics.`,
  'unknown-dimension': (p: { id: string; nearest: string | null; known: string }) =>
    `There is no dimension "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} Dimensions are ${p.known}.`,
  'no-such-dimension': (p: { metric: string; dimension: string; known: string }) =>
    `${p.metric} cannot be cut or filtered by "${p.dimension}": its facts do not know it. ${p.known === '' ? 'They know calendar grains only.' : `They know ${p.known}, and calendar grains.`}`,
  'unknown-stage': (p: { id: string; nearest: string | null; known: string }) =>
    `Cannot anchor at "${p.id}": it is not a stage.${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} Stages are ${p.known}.`,
  'anchor-after-denominator': (p: { metric: string; anchor: string; from: string }) =>
    `${p.metric} cannot be anchored at ${p.anchor}: who is counted is everybody that reached ${p.from}, and an anchor after that would only see the survivors. Anchor it at ${p.from} or before.`,
  'no-such-anchor': (p: { metric: string; anchor: string; anchors: string }) =>
    `${p.metric} cannot be anchored at ${p.anchor}: its rows have no such event. Anchor it at ${p.anchors}.`,
  'bad-top': (p: { found: string }) =>
    `"top" is ${p.found}, and must be a whole number from 1 on: so many values of each dimension get a row of their own.`,
  'unknown-model': (p: { id: string; nearest: string | null; known: string }) =>
    `There is no attribution model "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} Models are ${p.known}.`,
  'unknown-conversion': (p: { id: string; nearest: string | null; known: string }) =>
    `Credit cannot be given for "${p.id}".${p.nearest === null ? '' : ` Did you mean "${p.nearest}"?`} It is given for ${p.known}.`,
  'bad-half-life': (p: { found: string }) =>
    `The half-life of a touch is ${p.found} days, and must be above 0. Leave it out for 7 days.`,
  'no-curve': (p: { metric: string; known: string }) =>
    `${p.metric} has no curve: it is not of a way from one event to another. Those that are: ${p.known}.`,
  'no-change': (p: { metric: string; known: string }) =>
    `${p.metric} is no share of a cohort, so that its change cannot be told from chance. Those that are: ${p.known}.`,
  'bad-alpha': (p: { found: string }) =>
    `The chance of a false alarm is ${p.found}, and must lie between 0 and 1. Leave it out for 0.05.`,
  'bad-days': (p: { found: string }) =>
    `The days of a curve are ${p.found}, and must be a whole number from 1 to 3650. Leave them out for the window of the metric.`,
  'credit-below-zero': (p: { metric: string }) =>
    `The amounts of ${p.metric} on a path add up to less than nothing, which cannot be split into shares. Correct the amounts, or narrow the period.`,
  'as-of-too-early': (p: { asOf: string; first: string }) =>
    `Nothing had happened by ${p.asOf}: the first event is of ${p.first}. Ask for a later time.`,
  'two-grains': (p: { grains: string }) =>
    `A report has one calendar grain, but ${p.grains} were asked for. Ask once for each.`,
  'repeated-dimension': (p: { id: string }) => `The dimension "${p.id}" is asked for twice. Name it once.`,
  'bad-date': (p: { field: string; found: string }) =>
    `The value of "${p.field}" is no day: "${p.found}". Write it as YYYY-MM-DD, for example 2026-03-31.`,
  'bad-instant': (p: { field: string; found: string }) =>
    `The value of "${p.field}" is neither a day nor an instant: "${p.found}". Write a day (2026-03-31, taken to its end) or an instant with its zone (2026-03-31T12:00:00Z).`,
  'period-reversed': (p: { from: string; to: string }) =>
    `The period ends (${p.to}) before it starts (${p.from}). Swap the two days.`,
  'bad-filter': (p: { dimension: string }) =>
    `The filter on "${p.dimension}" must name values to keep (in) or to leave out (notIn), and not both. Give at least one; null is the missing value.`,
  'filter-on-calendar': (p: { dimension: string }) =>
    `A filter cannot be on "${p.dimension}", which is a period. Give its first and last day as "from" and "to".`,
  'too-many-cells': (p: { cells: number | null; limit: number }) =>
    `This report would have ${p.cells === null ? '' : `${p.cells} rows, `}more than the limit of ${p.limit} rows. Use a coarser grain, fewer dimensions, a filter, or fold the rarest values into one row (top).`,
  'known-at-too-early': (p: { knownAt: string; first: string }) =>
    `Nothing was known at ${p.knownAt}: the first import was at ${p.first}. Ask for a later time.`,
  'cell-not-in-plan': (p: { what: string }) =>
    `The cell does not belong to the report: ${p.what}. Take its metric and dimensions from a row.`,
  'unknown-version': (p: { version: number; known: readonly number[] }) =>
    `There is no version ${p.version} of the agreement here. Known are ${p.known.join(', ')}.`,
  'no-such-column': (p: { grain: string; column: string }) =>
    `Facts of ${p.grain} have no column "${p.column}" of this kind. A metric or plan that was not made by parsePlan asks for it.`,
  'no-leads-behind': (p: { metric: string }) =>
    `There are no leads behind ${p.metric}: it is made of companies, costs, answers or targets. Ask for the leads of a metric that counts leads.`,
  'personal-condition': (p: { field: string }) =>
    `A condition cannot compare "${p.field}": personal fields are kept apart from the log. Ask whether it exists.`,
  'sum-too-large': (p: { metric: string }) =>
    `The sum of ${p.metric} is beyond 2^53 and cannot be given exactly. Narrow the period or filter.`,
  'no-rate': (p: { currencies: readonly string[]; home: string }) =>
    `Amounts in ${p.currencies.join(', ')} cannot be added to ${p.home}: the agreement declares no rate. Add ${p.currencies.length === 1 ? 'it' : 'them'} under rates, for example rates: { ${p.currencies.map((currency) => `${currency}: 0.92`).join(', ')} }.`,
  'outside-working-time': (p: { calendar: number; at: string }) =>
    `Working time of calendar ${p.calendar} is not known at ${p.at}: the table of days does not hold it. Make the table for all days that are asked for.`,
  'working-time-not-whole': (p: { column: string; row: number; value: string }) =>
    `Working time is asked for in whole milliseconds and seconds, and ${p.column}[${p.row}] is ${p.value}. Round it before, or leave the row out.`,
  locked: (p: { path: string }) =>
    `Cannot open ${p.path}: another process holds it. Stop that process (for example a running sameteam serve), or use another file. To read it beside serve, start serve with --read-only.`,
  'not-a-database': (p: { path: string; reason: string }) =>
    `Cannot open ${p.path}: it is not a Sameteam database (${p.reason}). Name another file, or import into a new one.`,
  'no-database': (p: { path: string }) =>
    `There is no database at ${p.path}. Import something first, name another file, or begin an empty one: sameteam serve --new.`,
  'newer-database': (p: { path: string; found: number; known: number }) =>
    `Cannot open ${p.path}: it was written by a newer version (format ${p.found}, this one knows ${p.known}). Update sameteam.`,
  'older-database': (p: { path: string; found: number; known: number }) =>
    `Cannot open ${p.path}: it was written by a version before the first release (format ${p.found}, this one knows ${p.known}). Import its files again into a new database.`,
  'disk-full': (p: { path: string }) =>
    `The disk of ${p.path} is full. Nothing of this import was kept. Make room and import again.`,
  'unknown-import': (p: { id: string; known: string }) => `There is no import "${p.id}". ${p.known}`,
  'import-already-undone': (p: { id: string }) =>
    `The import "${p.id}" has already been taken back. Nothing was changed.`,
  'import-built-upon': (p: { id: string; later: readonly string[] }) =>
    `Cannot take back "${p.id}": ${p.later.join(', ')} ${p.later.length === 1 ? 'says' : 'say'} what has changed since. Take back ${p.later[0]} first.`,
  'import-id-taken': (p: { id: string }) => `There is an import "${p.id}" already. Choose another id.`,
  'read-only': (p: { path: string }) =>
    `Cannot change ${p.path}: it was opened only to be read. Open it without readOnly.`,
  closed: () => 'The engine has been closed. Open it again.',
  busy: () => 'Another import is running on this engine. Wait until it is committed or rolled back.',
} as const;

type Messages = typeof messages;

/** Codes of all errors of this package. */
export type MetricsErrorCode = keyof Messages;

/**
 * A caller's mistake or an engine's trouble, with a code and a sentence that says what to do.
 * @example new MetricsError('import-already-undone', { id: 'i1' }).message // 'The import "i1" has already been taken back. Nothing was changed.'
 */
export class MetricsError<Code extends MetricsErrorCode = MetricsErrorCode> extends Error {
  override readonly name = 'MetricsError';
  readonly code: Code;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(
    code: Code,
    ...rest: Parameters<Messages[Code]> extends []
      ? [params?: undefined, options?: ErrorOptions]
      : [params: Parameters<Messages[Code]>[0], options?: ErrorOptions]
  ) {
    const [params, options] = rest;
    super((messages[code] as (p: unknown) => string)(params), options);
    this.code = code;
    this.params = (params ?? {}) as Readonly<Record<string, unknown>>;
  }
}
