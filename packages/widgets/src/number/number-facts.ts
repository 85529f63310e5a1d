import type { MetricDefinition, ReportRow } from '@sameteam/api/client';
import type { Format } from '../format/create-format.ts';

/** One thing to know about a number. */
export interface NumberFact {
  readonly term: string;
  readonly text: string;
}

/**
 * Everything that a number must not be shown without, in the order in which one asks.
 * @param definition absent for a metric that the service no longer knows
 */
export function numberFacts(
  row: ReportRow,
  definition: MetricDefinition | undefined,
  format: Format,
): readonly NumberFact[] {
  const clause = row.clause ?? definition?.clause;
  const facts: (NumberFact | null)[] = [
    definition ? { term: 'Formula', text: definition.formula } : null,
    reckoning(row, definition, format),
    interval(row, format),
    maturity(row, format),
    { term: 'Left out', text: leftOut(row, format) },
    row.implied > 0 ? { term: 'Implied', text: implied(row, format) } : null,
    row.restated > 0 ? { term: 'Restated', text: restated(row, format) } : null,
    { term: 'Placed in time by', text: row.anchor.replaceAll('_', ' ') },
    clause ? { term: 'Clause', text: clause } : null,
    { term: 'As of', text: format.instant(row.asOf) },
  ];
  return facts.filter((fact) => fact !== null);
}

function reckoning(row: ReportRow, definition: MetricDefinition | undefined, format: Format): NumberFact | null {
  if (row.denominator === null) return null;
  const words = { above: definition?.numerator ?? null, below: definition?.denominator ?? null };
  const isQuotient = definition?.measure.kind === 'quotient';
  // What two metrics are given in is not known here, but for a cost: amounts over counts.
  if (isQuotient && row.unit !== 'money') {
    if (words.above === null || words.below === null) return null;
    return { term: 'Reckoned from', text: `${words.above} over ${words.below}` };
  }
  const below = told(format.count(row.denominator), words.below);
  if (row.numerator === null) return { term: 'Over', text: below };
  const isMoney = row.unit === 'money';
  const above = told(
    isMoney ? format.text({ ...row, value: row.numerator }) : format.count(row.numerator),
    words.above,
  );
  return { term: 'Reckoned from', text: `${above} ${isMoney ? 'over' : 'of'} ${below}` };
}

function told(figure: string, words: string | null): string {
  return words === null ? figure : `${figure} (${words})`;
}

function interval(row: ReportRow, format: Format): NumberFact | null {
  const text = format.interval(row);
  return text === null ? null : { term: '95 % interval', text };
}

function maturity(row: ReportRow, format: Format): NumberFact | null {
  if (row.mature === null) return null;
  if (row.mature) return { term: 'Maturity', text: 'Mature: every lead has had its whole window.' };
  return { term: 'Maturity', text: `Young: some leads have not had their whole window yet.${projection(row, format)}` };
}

/** What a young cohort is expected to come to, and the interval of that. */
function projection(row: ReportRow, format: Format): string {
  if (row.projected === null) return '';
  const bounds = format.interval({ ...row, low: row.projectedLow, high: row.projectedHigh });
  const interval = bounds === null ? '' : ` (95 % interval ${bounds})`;
  return ` Expected once they have: ${format.text({ ...row, value: row.projected })}${interval}.`;
}

function restated({ restated: events }: ReportRow, format: Format): string {
  return `By ${format.count(events)} ${events === 1 ? 'event' : 'events'} of before the time of this number, recorded after it`;
}

function leftOut(row: ReportRow, format: Format): string {
  if (row.excluded === 0) return 'None';
  return `${format.count(row.excluded)}, for an impossible order of events, a missing amount or an exclusion`;
}

function implied(row: ReportRow, format: Format): string {
  const isDuration = row.unit === 'days' || row.unit === 'hours' || row.unit === 'working_hours';
  const count = format.count(row.implied);
  return isDuration
    ? `${count} more skipped the stage and have no time of their own`
    : `${count} skipped the stage: they count, since they reached a later one`;
}
