/** What made a lead come: it asked for a demo, it wanted to read or hear something, or it just left an address. */
export const intents = ['demo', 'content', 'low'] as const;
export type Intent = (typeof intents)[number];

/** Bands of the number of employees. */
export const sizes = ['small', 'medium', 'large', 'huge'] as const;
export type Size = (typeof sizes)[number];

/** First and last number of employees of each band. */
export const employeesOf: Readonly<Record<Size, readonly [number, number]>> = {
  small: [4, 49],
  medium: [50, 199],
  large: [200, 5000],
  huge: [5001, 60_000],
};

/** Roles in a purchase, the words of the simulated agreement. */
export const roles = ['c_level', 'vp', 'manager', 'other'] as const;
export type Role = (typeof roles)[number];

export const regions = ['dach', 'europe', 'overseas'] as const;
export type Region = (typeof regions)[number];

/** How well a lead fits the profile, best first. */
export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** Points of the profile and the least points of each grade: the simulated agreement is written from these. */
export const profilePoints = {
  size: { small: 0, medium: 15, large: 30, huge: 20 },
  role: { c_level: 25, vp: 20, manager: 10, other: 0 },
  targetIndustry: 15,
  region: { dach: 15, europe: 8, overseas: 0 },
  grades: { A: 60, B: 40, C: 20 },
} as const satisfies {
  readonly size: Readonly<Record<Size, number>>;
  readonly role: Readonly<Record<Role, number>>;
  readonly targetIndustry: number;
  readonly region: Readonly<Record<Region, number>>;
  readonly grades: Readonly<Record<Exclude<Grade, 'D'>, number>>;
};

/** The facts that decide a grade. */
export interface Fit {
  readonly size: Size;
  readonly role: Role;
  readonly isTargetIndustry: boolean;
  readonly region: Region;
}

/** The grade of a lead under the profile. @example gradeOfFit({ size: 'large', role: 'vp', isTargetIndustry: true, region: 'dach' }) // 'A' */
export function gradeOfFit(fit: Fit): Grade {
  const { size, role, region, grades: least } = profilePoints;
  const points =
    size[fit.size] + role[fit.role] + (fit.isTargetIndustry ? profilePoints.targetIndustry : 0) + region[fit.region];
  if (points >= least.A) return 'A';
  if (points >= least.B) return 'B';
  return points >= least.C ? 'C' : 'D';
}

/** How ready to buy a qualified lead is. */
export type Readiness = 'hot' | 'warm';

/** The readiness with which a lead first qualifies. */
export function readinessOf(intent: Intent, grade: Grade): Readiness {
  return intent === 'demo' && (grade === 'A' || grade === 'B') ? 'hot' : 'warm';
}

/** How diligent a rep is. */
export const diligences = ['diligent', 'steady', 'careless'] as const;
export type Diligence = (typeof diligences)[number];
