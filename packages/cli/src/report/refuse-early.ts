import type { ReportRequest } from '@sameteam/api/client';
import { type Engine, MetricsError } from '@sameteam/metrics';

/**
 * Refuses a report of before the first event: it would be zeros that look like numbers.
 * @throws MetricsError `as-of-too-early`; of an empty log nothing is refused
 */
export async function refuseEarly(
  engine: Pick<Engine, 'status'>,
  { asOf }: Pick<ReportRequest, 'asOf'>,
): Promise<void> {
  const { firstEventMs } = await engine.status();
  if (firstEventMs === null || asOf === undefined || Date.parse(asOf) >= firstEventMs) return;
  throw new MetricsError('as-of-too-early', { asOf, first: new Date(firstEventMs).toISOString() });
}
