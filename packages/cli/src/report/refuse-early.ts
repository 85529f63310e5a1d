import type { ReportRequest } from '@sameteam/api/client';
import { type Engine, refuseEarly as refuseEarlyPlan } from '@sameteam/metrics';

/**
 * Refuses a request of before the first event before anything is computed or told of it.
 * @throws MetricsError `as-of-too-early`; of an empty log nothing is refused
 */
export async function refuseEarly(
  engine: Pick<Engine, 'status'>,
  { asOf }: Pick<ReportRequest, 'asOf'>,
): Promise<void> {
  if (asOf !== undefined) await refuseEarlyPlan(engine, { asOfMs: Date.parse(asOf) });
}
