import type { Health } from '@sameteam/api';
import type { ServiceContext } from '../service-context.ts';

/**
 * Whether the service answers, and from what.
 * @returns first and last event `null` for an empty log
 * @example (await health(context)).leads // 8000
 */
export async function health({ engine, clock }: ServiceContext): Promise<Health> {
  const { firstEventMs, lastEventMs, ...status } = await engine.status();
  return {
    status: 'ok',
    ...status,
    asOf: new Date(clock()).toISOString(),
    firstEvent: instantOrNull(firstEventMs),
    lastEvent: instantOrNull(lastEventMs),
  };
}

function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
