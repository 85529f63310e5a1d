import { figureText, type KeptPromise, type PromisedPeriod, type PromisesReport } from '@sameteam/metrics';
import { nothing } from '../cell-text.ts';
import type { Analysis, AnalysisTable } from './analysis.ts';

const headings: Readonly<Record<KeptPromise['per'], string>> = {
  day: 'Day',
  week: 'Week of',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

/** Periods of a promise that are shown to people; programs get all of them. */
const shownPeriods = 6;

const notJudged: Readonly<Record<NonNullable<PromisedPeriod['why']>, string>> = {
  open: 'not over',
  young: 'too young',
  nothing: 'nothing to divide',
  cut: 'not asked for as a whole',
};

/**
 * Whether both teams keep what they promised in numbers: a sentence a promise, then its last periods.
 * @param onTimes what is to be said of promises of a time
 */
export function promisesAnalysis({ promises, asOf }: PromisesReport, onTimes: readonly string[]): Analysis {
  const shown = promises.filter(({ periods }) => periods.length > 0);
  return {
    answers:
      promises.length === 0
        ? ['The SLA of this agreement promises times only, and no numbers: sameteam report --metric sla_attainment.']
        : promises.map(({ clause, sentence }) => `${clause}: ${sentence}`),
    tables: shown.map(tableOf),
    notes: [
      'A period is judged when it is over and, of a share, when all of its leads have had their time. What was promised as a time is judged entry by entry: sameteam report --section sla.',
      ...onTimes,
    ],
    rows: promises.flatMap((promise) =>
      promise.periods.map(({ period, value, low, high, kept, why }) => ({
        clause: promise.clause,
        of: promise.of,
        metric: promise.metric,
        readiness: promise.readiness,
        unit: promise.unit,
        currency: promise.currency,
        atLeast: promise.atLeast,
        atMost: promise.atMost,
        per: promise.per,
        period,
        value,
        low,
        high,
        kept,
        why,
        asOf,
      })),
    ),
    amounts: ['value', 'low', 'high'],
  };
}

function tableOf(promise: KeptPromise): AnalysisTable {
  const { clause, label, readiness, periods, unit, currency } = promise;
  const last = periods.slice(-shownPeriods);
  return {
    heading: `${clause}, ${readiness === null ? label : `MQLs that are ${readiness}`}`,
    left: [{ head: headings[promise.per], align: 'left', mains: last.map(({ period }) => period) }],
    columns: () => [
      {
        head: 'Number',
        align: 'right',
        mains: last.map(({ value }) => (value === null ? nothing : figureText(unit, value, currency))),
      },
      { head: 'Kept', align: 'left', mains: last.map(keptText) },
    ],
  };
}

function keptText({ kept, why }: PromisedPeriod): string {
  if (why !== null) return notJudged[why];
  return kept === true ? 'kept' : 'missed';
}
