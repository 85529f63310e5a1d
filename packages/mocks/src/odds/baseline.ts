import type { Diligence, Grade, Intent, Readiness, Size } from './lead-class.ts';

/**
 * Every constant of chance of the simulated company, in one place: the simulation draws with these and the truth is
 * computed from them. Log odds are natural logarithms of p / (1 - p); terms of one stage are added up.
 */
export const baseline = {
  /** Log odds of becoming an MQL. */
  mql: { intent: { demo: 1.75, content: -0.3, low: -2.1 } satisfies Record<Intent, number>, perGrade: 1 },
  /** Share of MQLs that marketing passes on; the others are forgotten in a program. */
  handedOff: { hot: 0.985, warm: 0.9 } satisfies Record<Readiness, number>,
  /** Share of hand-offs that get an owner; nobody owns the others. */
  owned: 0.985,
  /** Share of owned leads that the rep touches at all. */
  touched: { diligent: 0.995, steady: 0.95, careless: 0.8 } satisfies Record<Diligence, number>,
  /** Share of untouched leads that are taken away from the rep after the broken SLA, and then touched. */
  rescued: 0.35,
  /** Log odds of accepting a touched lead. */
  sal: { base: 0.55, perGrade: 1, hot: 0.55, again: -0.15 },
  /** Log odds of qualifying an accepted lead. */
  sql: { base: 0.2, perGrade: 0.6, hot: 0.3, again: 0 },
  /** Log odds of opening an opportunity for a qualified lead. */
  opportunity: { base: 1.5, perGrade: 0.3 },
  /** Log odds of winning an open opportunity. */
  won: { base: -0.95, perGrade: 0.8, hot: 0.25, again: 0.1 },
  /** What a grade adds to the log odds of a stage, times the stage's `perGrade`. */
  grade: { A: 0.7, B: 0.3, C: -0.3, D: -1 } satisfies Record<Grade, number>,
  /** What the rep adds to the log odds of accepting, qualifying and winning. */
  diligence: {
    diligent: { sal: 0.3, sql: 0.15, won: 0.2 },
    steady: { sal: 0, sql: 0, won: 0 },
    careless: { sal: -0.4, sql: -0.2, won: -0.25 },
  } satisfies Record<Diligence, { sal: number; sql: number; won: number }>,
  /** Shares of seats, and so of leads, by diligence. */
  seats: { diligent: 0.35, steady: 0.45, careless: 0.2 } satisfies Record<Diligence, number>,
  /** How a cycle ends that gets no further; what is missing to 1 stays open for ever. */
  ends: {
    notAccepted: { rejected: 0.2, recycled: 0.46, disqualified: 0.22 },
    notQualified: { recycled: 0.55, disqualified: 0.15 },
    notOpened: { recycled: 0.5 },
    notWon: { lost: 0.93, ofThemRecycled: 0.35 },
  },
  /** Share of recycled leads that are handed off again, after the first and after the second cycle. */
  revived: { recycled: [0.26, 0.16], lost: [0.14, 0.08] },
  /** Share of revived leads that come back hot. */
  revivedHot: 0.45,
  /** What the intent and the size of the company do to the time to win of a first cycle. */
  pace: {
    intent: { demo: 0.75, content: 1.1, low: 1.3 } satisfies Record<Intent, number>,
    size: { small: 0.75, medium: 0.9, large: 1.1, huge: 1.45 } satisfies Record<Size, number>,
    /** No sale takes less. */
    leastDays: 3,
    /** From capture to won for leads that win in their second and third cycle. */
    again: [
      { medianDays: 260, sigma: 0.35 },
      { medianDays: 430, sigma: 0.3 },
    ],
  },
  /** A channel that drifts does so for so many months, then keeps its quality. */
  driftMonths: 36,
} as const;

/** Cycles that a lead can have at most. */
export const mostCycles = 3;
