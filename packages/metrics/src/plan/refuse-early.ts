import type { Engine } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import type { Plan } from './plan.ts';

/**
 * Refuses a plan of before the first event: its report would be zeros that look like numbers. The service asks it of every
 * request that names an as-of; who runs plans on an engine asks it first.
 * @throws MetricsError `as-of-too-early`; of an empty log nothing is refused
 * @example await refuseEarly(engine, parsePlan({ metrics: ['won'], asOf: '2026-01-01' }, { zone: 'UTC', nowMs }))
 */
export async function refuseEarly(engine: Pick<Engine, 'status'>, { asOfMs }: Pick<Plan, 'asOfMs'>): Promise<void> {
  const { firstEventMs } = await engine.status();
  if (firstEventMs === null || asOfMs >= firstEventMs) return;
  throw new MetricsError('as-of-too-early', {
    asOf: new Date(asOfMs).toISOString(),
    first: new Date(firstEventMs).toISOString(),
  });
}
