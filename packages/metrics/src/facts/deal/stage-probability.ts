import { type Agreement, toThousandths } from '@sameteam/agreement';
import type { DealState } from './deal-state.ts';

/**
 * Probability of the stage that an opportunity is in, in thousandths. One that names no pipeline is in the only one that the
 * agreement has.
 * @returns `null` for a stage or pipeline that the agreement does not know
 * @example stageProbability(agreement, { pipeline: 'new', stage: 'discovery' }) // 200
 */
export function stageProbability(
  { pipelines }: Pick<Agreement, 'pipelines'>,
  { pipeline, stage }: Pick<DealState, 'pipeline' | 'stage'>,
): number | null {
  const names = Object.keys(pipelines);
  const name = pipeline ?? (names.length === 1 ? (names[0] as string) : null);
  if (name === null || stage === null || !Object.hasOwn(pipelines, name)) return null;
  const found = pipelines[name]?.stages.find(({ id }) => id === stage);
  return found === undefined ? null : toThousandths(found.probability);
}
