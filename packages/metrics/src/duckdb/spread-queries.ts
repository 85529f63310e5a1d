import { MetricsError } from '../metrics-error.ts';
import type { HistogramGroup, HistogramQuery, LogBounds, WaitingGroup, WaitingQuery } from '../plan/reduction.ts';
import { askOnce } from '../store/ask-once.ts';
import type { createBatches } from '../store/batches.ts';
import { exact } from '../store/exact.ts';
import { scopeTexts } from '../store/scope-texts.ts';
import type { ReducerReading } from './reducer-reading.ts';
import { histogramSql, waitingSql } from './reduction-sql.ts';

/** How rows are spread over values. The same question that is asked twice at once is answered once. */
export interface SpreadQueries {
  waiting(query: WaitingQuery, bounds: LogBounds): Promise<readonly WaitingGroup[]>;
  histogram(query: HistogramQuery, bounds: LogBounds): Promise<readonly HistogramGroup[]>;
}

/** @param batches what is asked at once is put together by */
export function spreadQueries(reading: ReducerReading, batches: ReturnType<typeof createBatches>): SpreadQueries {
  async function waiting(query: WaitingQuery, bounds: LogBounds): Promise<readonly WaitingGroup[]> {
    const source = await reading.sourceOf(query.grain, bounds, scopeTexts(query, query.waiting));
    const { count, address, numbers, text } = await reading.numbered(query, waitingSql(query, source), {
      numbers: ['ended', 'days', 'rows'],
      text: query.end,
    });
    const [ended = [], days = [], rows = []] = numbers;
    return Array.from({ length: count }, (_, index) => {
      const { dimensions, bucket } = address(index);
      return {
        dimensions,
        bucket,
        ended: ended[index] === 1,
        end: text(index),
        days: days[index] as number,
        rows: rows[index] as number,
      };
    });
  }

  async function histogram(query: HistogramQuery, bounds: LogBounds): Promise<readonly HistogramGroup[]> {
    const source = await reading.sourceOf(query.grain, bounds, scopeTexts(query, query.rows));
    const rows = await reading.addressed(query, histogramSql(query, source));
    if (rows.length > query.limit) throw new MetricsError('too-many-cells', { cells: null, limit: query.limit });
    return rows.map(({ row, address }) => ({ ...address, value: exact(Number(row.value)), rows: Number(row.rows) }));
  }

  return { waiting: askOnce(waiting, batches), histogram: askOnce(histogram, batches) };
}
