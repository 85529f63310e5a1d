import { kaplanMeier, logRankTest, survivalQuantile } from '@sameteam/stats';
import type { Engine } from '../../engine.ts';
import { groupAddresses, groupKey } from '../../plan/group-addresses.ts';
import type { WaitingGroup } from '../../plan/reduction.ts';
import { type DayHistogram, arrivalsOf } from '../arrivals-of.ts';
import { byGroup } from '../by-group.ts';
import { boundsOf } from '../create-reports.ts';
import { measureWindow } from '../measure-window.ts';
import { calendarRules, metricPlace, metricScope, planGrain } from '../metric-scope.ts';
import { namedDimensions } from '../run-report.ts';
import { checkCurve, type CurveRequest } from './curve-request.ts';

/** What holds from a day after the start until the next point. */
export interface CurvePoint {
  /** Days of 24 hours since the start; a started day counts whole. */
  readonly day: number;
  /** How many had neither arrived before this day nor been watched for less. */
  readonly atRisk: number;
  /** How many arrived on it. */
  readonly arrived: number;
  /** Share that has arrived up to and including it, in [0, 1], those who were lost among the others. */
  readonly share: number;
  /** Bounds of its 95 % interval; `null` at 0 and 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The days after which a share of all has arrived; `null` where so many have not. */
export interface CurveQuantile {
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Those who started in one group of the plan. */
export interface CurveCohort {
  /** The value of each dimension; empty for all together. */
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly started: number;
  readonly arrived: number;
  /** Days up to which anybody was watched: beyond them nothing is known. */
  readonly watchedDays: number;
  /** One for each day on which anybody arrived, up to the days of the curve. */
  readonly points: readonly CurvePoint[];
  /** How many are at risk on any day: who had not arrived and was still watched. Days in order, as far as it changes. */
  readonly atRisk: readonly { readonly day: number; readonly rows: number }[];
  /** When half of all who started have arrived. */
  readonly half: CurveQuantile;
}

/** How many of those who start arrive by when, cohort by cohort. */
export interface CurveReport {
  readonly metric: string;
  readonly label: string;
  /** The event that places cohorts in time. */
  readonly anchor: string;
  /** Names of the two events, as anchors are named. */
  readonly from: string;
  readonly to: string;
  /** Days of the curves. */
  readonly days: number;
  readonly cohorts: readonly CurveCohort[];
  /** Log-rank test of whether the cohorts arrive at different speeds; `null` for fewer than two. */
  readonly difference: { readonly chiSquare: number; readonly degrees: number; readonly pValue: number } | null;
  /** ISO 8601. */
  readonly asOf: string;
}
