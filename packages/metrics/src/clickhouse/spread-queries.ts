import { MetricsError } from '../metrics-error.ts';
import type { FactReducer } from '../plan/reduction.ts';
import { askOnce } from '../store/ask-once.ts';
import type { createBatches } from '../store/batches.ts';
import { exact } from '../store/exact.ts';
import type { ReducerReading } from './reducer-reading.ts';
import { histogramSql, waitingSql } from './reduction-sql.ts';

/** How rows are spread over values. The same question that is asked twice at once is answered once. */
export type SpreadQueries = Pick<FactReducer, 'waiting' | 'histogram'>;

/** @param batches what is asked at once is put together by */
export function spreadQueries(reading: ReducerReading, batches: ReturnType<typeof createBatches>): SpreadQueries {
  const waiting: FactReducer['waiting'] = async (query, bounds) =>
    reading.grouped(query, await reading.sourceOf(query.grain, bounds), {
      sqlOf: (source) => waitingSql(query, source),
      read: ({ address, number, text }) => ({
        dimensions: address.dimensions,
        bucket: address.bucket,
        ended: number('ended') === 1,
        end: text('end'),
        days: number('days') ?? 0,
        rows: number('rows') ?? 0,
      }),
    });

  const histogram: FactReducer['histogram'] = async (query, bounds) => {
    const groups = await reading.grouped(query, await reading.sourceOf(query.grain, bounds), {
      sqlOf: (source) => histogramSql(query, source),
      read: ({ address, number }) => ({
        dimensions: address.dimensions,
        bucket: address.bucket,
        value: exact(number('value') ?? Number.NaN),
        rows: number('rows') ?? 0,
      }),
    });
    if (groups.length > query.limit) throw new MetricsError('too-many-cells', { cells: null, limit: query.limit });
    return groups;
  };

  return { waiting: askOnce(waiting, batches), histogram: askOnce(histogram, batches) };
}
