import type { Agreement } from '@sameteam/agreement';
import { type Plan, reportAgreement } from '@sameteam/metrics';
import type { ServiceContext } from './service-context.ts';

/** The version of the agreement whose clauses, windows and targets hold for a plan. */
export function judgingAgreement(
  { agreement, history = undefined }: Pick<ServiceContext, 'agreement' | 'history'>,
  plan: Pick<Plan, 'asOfMs' | 'version'>,
): Agreement {
  return reportAgreement({ agreement, history: history ?? null, versions: [] }, plan);
}
