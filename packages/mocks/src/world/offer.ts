import type { Size } from '../odds/lead-class.ts';

/** What the simulated company sells. */
export const products = ['plan', 'flow', 'insight'] as const;
export const productWeights: readonly number[] = [0.55, 0.3, 0.15];

/** Middle value of a first deal by size of the customer, in minor units of EUR. */
export const dealMinor: Readonly<Record<Size, number>> = {
  small: 280_000,
  medium: 640_000,
  large: 1_600_000,
  huge: 4_200_000,
};

/** Who else is in the race. */
export const competitors = ['Rota One', 'Shiftbase Pro', 'Plando', 'a spreadsheet'] as const;

/** Stages of the pipeline, in order; the simulated agreement is written from these. */
export const dealStages = ['discovery', 'evaluation', 'proposal', 'negotiation'] as const;

/** Why deals are lost, with weights. */
export const lossReasons = ['price', 'with_competitor', 'no_decision', 'missing_feature'] as const;
export const lossWeights: readonly number[] = [0.28, 0.3, 0.3, 0.12];

/** Why leads go back to marketing, and why they are not accepted, with weights. */
export const recycleReasons = ['not_ready', 'unreachable', 'with_competitor', 'no_budget'] as const;
export const recycleWeights: readonly number[] = [0.48, 0.3, 0.1, 0.12];
export const rejectReasons = ['wrong_profile', 'no_need', 'duplicate'] as const;
export const rejectWeights: readonly number[] = [0.45, 0.4, 0.15];
export const disqualifyReasons = ['wrong_profile', 'competitor', 'student', 'bad_data'] as const;
export const disqualifyWeights: readonly number[] = [0.5, 0.12, 0.2, 0.18];

/** Days until a recycled lead is looked at again, by reason. */
export const revisitDays: Readonly<Record<(typeof recycleReasons)[number] | 'lost', number>> = {
  not_ready: 90,
  unreachable: 60,
  with_competitor: 180,
  no_budget: 120,
  lost: 180,
};

/** Nurture programs: the newsletter for everybody, the drip for warm leads, the win-back for lost ones. */
export const programs = ['newsletter', 'warm_drip', 'win_back'] as const;

/** The program that a lead goes to when it is recycled. */
export const programOf: Readonly<Record<(typeof recycleReasons)[number] | 'lost', (typeof programs)[number]>> = {
  not_ready: 'warm_drip',
  unreachable: 'newsletter',
  with_competitor: 'win_back',
  no_budget: 'warm_drip',
  lost: 'win_back',
};
