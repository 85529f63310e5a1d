import type { Random } from '../random/random.ts';
import type { CyclePlan } from './cycle-plan.ts';
import type { CycleFate } from './fate.ts';
import type { Oddity } from './oddity.ts';

/** One cycle of a lead. */
export interface CycleOptions {
  readonly cycle: CycleFate;
  readonly plan: CyclePlan;
  /** 0 for the first cycle. */
  readonly index: number;
  readonly oddity: Oddity | null;
  /** For what the leads of one opportunity share. */
  readonly deal: Random;
}
