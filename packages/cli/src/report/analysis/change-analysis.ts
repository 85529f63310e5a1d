import { type ChangeReport, figureText } from '@sameteam/metrics';
import { countText, nothing, youngMark } from '../cell-text.ts';
import { scaleOf } from '../interval-bar.ts';
import type { Analysis } from './analysis.ts';

const headings: Readonly<Record<ChangeReport['grain'], string>> = {
  day: 'Day',
  week: 'Week of',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

/** Whether a rate has changed: the answer first, then its periods with the interval of each. */
export function changeAnalysis(report: ChangeReport): Analysis {
  const { periods, change, metric, alpha, asOf, found } = report;
  const isSince = (period: string) => change !== null && period === change.since;
  const drawnOf = periods.map(({ rate, low, high }) =>
    rate === null || low === null || high === null ? null : { value: rate, low, high, isExpected: false },
  );
  const scale = scaleOf(drawnOf);
  const rates = periods.map(({ rate, isJudged }) =>
    rate === null ? nothing : `${figureText('ratio', rate, null)}${isJudged ? ' ' : youngMark}`,
  );
  const bounds = drawnOf.map((it) =>
    it === null
      ? ''
      : `(${[it.low, it.high].map((bound) => figureText('ratio', bound, null).replace(' %', '')).join(' to ')})`,
  );
  const widest = Math.max(0, ...bounds.map((text) => text.length));
  return {
    answers: report.sentences,
    tables: [
      {
        heading: null,
        left: [{ head: headings[report.grain], align: 'left', mains: periods.map(({ period }) => period) }],
        columns: (drawn, marks) => [
          {
            head: 'Made of',
            align: 'right',
            mains: periods.map(({ hits, trials }) => `${countText(hits)} of ${countText(trials)}`),
          },
          {
            head: report.label,
            align: 'right',
            mains: rates,
            notes: bounds.map((text, index) => {
              const it = drawnOf[index];
              const bar = it == null || scale === null || drawn === 0 ? '' : marks.interval(it, scale, drawn);
              return `${text.padEnd(widest)} ${bar}`.trimEnd();
            }),
          },
          { head: '', align: 'left', mains: periods.map(({ period }) => (isSince(period) ? '< since here' : '')) },
        ],
      },
    ],
    notes: [
      ...(periods.some(({ isJudged }) => !isJudged) ? [`${youngMark} is too young to be judged.`] : []),
      'In brackets is the interval of each period alone. The first three teach what the rate is; the others are judged together, so that looking at them every time raises no more false alarms.',
    ],
    rows: periods.map((period) => ({
      metric,
      ...period,
      since: change?.since ?? null,
      direction: change?.direction ?? null,
      pValue: found.pValue,
      alpha,
      asOf,
    })),
  };
}
