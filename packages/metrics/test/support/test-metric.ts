import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition, PlanRequest, ReportRow } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { onEveryEngine } from './team.ts';

/** A log and the table that a metric makes of it. */
export interface MetricCase {
  readonly log: readonly LeadEvent[];
  readonly report?: Omit<PlanRequest, 'metrics'>;
  readonly agreement?: Agreement;
  /** Fields of the rows, behind the values of the dimensions. */
  readonly columns: readonly (keyof ReportRow)[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Declares, for every engine, a test for each case of a metric. */
export function testMetric(metric: MetricDefinition, cases: Readonly<Record<string, MetricCase>>): void {
  describe(metric.id, () => {
    onEveryEngine((open) => {
      it.each(Object.entries(cases))('%s', async (_, { log, report = {}, agreement, columns, rows }) => {
        const team = await open(log, agreement === undefined ? {} : { agreement });
        expect(await team.table({ metrics: [metric.id], ...report }, ...columns)).toEqual(rows);
      });
    });
  });
}
