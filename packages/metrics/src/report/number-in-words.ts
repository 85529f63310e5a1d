import type { ReportRow } from '../report-row.ts';
import type { NumberExplanation } from './explain-number.ts';

/** An explanation as sentences, in the order in which a reader asks: what is it, of whom, by which rule, how sure. */
export function numberInWords(row: ReportRow, explained: Omit<NumberExplanation, 'sentences'>): readonly string[] {
  const { label, formula, clause, agreement, period, mature } = explained;
  const where = explained.filters.map((filter) =>
    'in' in filter
      ? `${filter.dimension} is ${filter.in.map(named).join(' or ')}`
      : `${filter.dimension} is not ${filter.notIn.map(named).join(' or ')}`,
  );
  const sentences = [
    `${label}: ${formula}`,
    parts(row, explained),
    periodInWords(period),
    where.length === 0 ? null : `Only where ${where.join(' and ')}.`,
    row.excluded === 0
      ? null
      : `${row.excluded} ${row.excluded === 1 ? 'was' : 'were'} left out: by an exclusion of the agreement, or because they cannot be counted (an impossible order, no amount, not judged).`,
    row.implied === 0
      ? null
      : `In ${row.implied} a stage was skipped and counts as passed when the next one was reached.`,
    mature.why,
    row.restated === 0
      ? null
      : `${row.restated} ${row.restated === 1 ? 'event' : 'events'} of before as-of ${row.restated === 1 ? 'was' : 'were'} recorded after it: the number is restated by them.`,
    clause === null
      ? `${agreement.name}, version ${agreement.version}, says nothing of it.`
      : `By clause ${clause.address} of ${agreement.name}, version ${agreement.version}${clause.words === '' ? '.' : `: ${clause.words}`}`,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function named(value: string | null): string {
  return value === null ? 'missing' : `"${value}"`;
}

function parts(
  row: ReportRow,
  { numerator, denominator }: Pick<NumberExplanation, 'numerator' | 'denominator'>,
): string | null {
  if (row.value === null) return 'There is nothing to divide: the number is empty, not zero.';
  const above = numerator.means === null || numerator.value === null ? null : `${numerator.value} ${numerator.means}`;
  const below =
    denominator.means === null || denominator.value === null ? null : `${denominator.value} ${denominator.means}`;
  if (above !== null && below !== null && row.numerator !== row.value) return `${above}, of ${below}.`;
  return below !== null ? `Of ${below}.` : null;
}

function periodInWords({ from, to, anchor }: NumberExplanation['period']): string {
  const by = `by the date of ${anchor.replaceAll('_', ' ')}`;
  if (from !== null && to !== null) return `From ${from} to ${to}, ${by}.`;
  if (from !== null) return `From ${from} on, ${by}.`;
  return to === null ? `Of all time, ${by}.` : `Up to ${to}, ${by}.`;
}
