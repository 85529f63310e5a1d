import type * as api from '@sameteam/api';
import type * as metrics from '@sameteam/metrics';
import { expectTypeOf, it } from 'vitest';

it('the shapes on the wire and those of the engines are assignable both ways: checked by the compiler', () => {
  expectTypeOf<metrics.ReportRow>().toExtend<api.ReportRow>();
  expectTypeOf<api.ReportRow>().toExtend<metrics.ReportRow>();
  expectTypeOf<metrics.LeadRow>().toExtend<api.LeadRow>();
  expectTypeOf<api.LeadRow>().toExtend<metrics.LeadRow>();
  expectTypeOf<metrics.LeadPage>().toExtend<api.LeadPage>();
  expectTypeOf<api.LeadPage>().toExtend<metrics.LeadPage>();
  expectTypeOf<metrics.Cell>().toExtend<api.ReportCell>();
  expectTypeOf<api.ReportCell>().toExtend<metrics.Cell>();
  // A declared metric names a clause, which the agreement that answers may not have; a page is told less of its measure.
  expectTypeOf<Omit<metrics.MetricDefinition, 'measure'>>().toExtend<Omit<api.MetricDefinition, 'measure'>>();
  expectTypeOf<Omit<api.MetricDefinition, 'clause' | 'measure'>>().toExtend<
    Omit<metrics.MetricDefinition, 'clause' | 'measure'>
  >();
  expectTypeOf<metrics.Grain>().toEqualTypeOf<api.CalendarGrain>();
  expectTypeOf<metrics.Filter>().toExtend<api.ReportFilter>();
  expectTypeOf<api.ReportRequest>().toExtend<metrics.PlanRequest>();
  expectTypeOf<keyof metrics.PlanRequest>().toEqualTypeOf<keyof api.ReportRequest>();
});
