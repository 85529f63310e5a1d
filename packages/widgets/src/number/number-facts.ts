import type { MetricDefinition, MetricExplanation, ReportRow } from '@sameteam/api/client';
import type { Words } from '../base/words.ts';
import type { Format } from '../format/create-format.ts';

/** One thing to know about a number. */
export interface NumberFact {
  readonly term: string;
  readonly text: string;
}

/** What is known of a number beside itself. */
export interface NumberKnown {
  /** Absent for a metric that the service no longer knows. */
  readonly definition: MetricDefinition | undefined;
  /** Says in what the parts of a quotient are given. */
  readonly words: Pick<Words, 'metric'>;
  /** Of the agreement: that of amounts a ratio is made of. */
  readonly currency: string;
  /** `null` until it is there, or where it could not be had. */
  readonly explanation: MetricExplanation | null;
}

/** Everything that a number must not be shown without, in the order in which one asks. */
export function numberFacts(row: ReportRow, known: NumberKnown, format: Format): readonly NumberFact[] {
  const { definition, explanation } = known;
  const clause = row.clause ?? definition?.clause;
  const facts: (NumberFact | null)[] = [
    definition ? { term: 'Formula', text: definition.formula } : null,
    reckoning(row, known, format),
    interval(row, format),
    maturity(row, explanation, format),
    { term: 'Left out', text: leftOut(row, format) },
    row.implied > 0 ? { term: 'Implied', text: implied(row, format) } : null,
    row.restated > 0 ? { term: 'Restated', text: restated(row, format) } : null,
    { term: 'Placed in time by', text: row.anchor.replaceAll('_', ' ') },
    row.binding === null
      ? null
      : {
          term: 'Binding',
          text: `${row.binding ? 'Yes: all' : 'No: not all'} of it is judged by a version that bound then`,
        },
    clause ? { term: 'Clause', text: clause } : null,
    ...(explanation ? byAgreement(explanation) : []),
    { term: 'As of', text: format.instant(row.asOf) },
  ];
  return facts.filter((fact) => fact !== null);
}

/** What the clauses say, and which version of the agreement judges. */
function byAgreement({
  clauses,
  agreement: { name, version, draft },
}: MetricExplanation): readonly (NumberFact | null)[] {
  return [
    clauses[0] ? { term: 'It says', text: clauses.map(({ words }) => words).join(' ') } : null,
    { term: 'Judged by', text: `${name}, version ${version}${draft ? ', a draft' : ''}` },
  ];
}

function reckoning(
  row: ReportRow,
  { definition, words: known, currency }: NumberKnown,
  format: Format,
): NumberFact | null {
  if (row.denominator === null) return null;
  const words = { above: definition?.numerator ?? null, below: definition?.denominator ?? null };
  if (definition?.measure.kind === 'quotient') {
    const { over, under } = definition.measure;
    const part = (id: string, value: number | null, text: string | null) =>
      told(format.text({ unit: known.metric(id)?.unit ?? 'number', value, currency: row.currency ?? currency }), text);
    const below = part(under, row.denominator, words.below);
    return { term: 'Reckoned from', text: `${part(over, row.numerator, words.above)} over ${below}` };
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

function maturity(row: ReportRow, explanation: MetricExplanation | null, format: Format): NumberFact | null {
  if (row.mature === null) return null;
  const why =
    explanation?.number?.mature.why ?? (row.mature ? 'All have had their time.' : 'Not all have had their time.');
  return { term: 'Maturity', text: `${row.mature ? 'Mature' : 'Young'}. ${why}${projection(row, format)}` };
}

/** What a young cohort is expected to come to, and the interval of that. */
function projection(row: ReportRow, format: Format): string {
  if (row.projected === null) return '';
  const bounds = format.interval({ ...row, low: row.projectedLow, high: row.projectedHigh });
  const interval = bounds === null ? '' : ` (95 % interval ${bounds})`;
  return ` Expected when all have had their time: ${format.text({ ...row, value: row.projected })}${interval}.`;
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
