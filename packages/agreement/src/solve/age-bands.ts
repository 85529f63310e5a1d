import { decayedPoints } from '../scoring/decayed-points.ts';
import type { EngagementRule } from '../scoring/engagement-points.ts';

const dayMs = 86_400_000;

/** Ages between two limits that conditions name; both in milliseconds, both included. */
export interface AgeBand {
  readonly fromMs: number;
  /** Infinity for the oldest. */
  readonly toMs: number;
}

/** An age of an event, and what the event brings by each rule of its activity. */
export interface AgedValues {
  readonly ageMs: number;
  readonly values: readonly number[];
}

/** The bands that limits cut all ages into, youngest first. */
export function ageBands(limitsMs: readonly number[]): readonly AgeBand[] {
  const limits = [...new Set(limitsMs)].filter(Number.isFinite).sort((a, b) => a - b);
  return [...limits, Number.POSITIVE_INFINITY].map((toMs, index) => {
    const before = limits[index - 1];
    return { fromMs: before === undefined ? 0 : before + 1, toMs };
  });
}

/**
 * Ages within a band that differ in what an event brings, youngest first.
 * @param detail `every` for all of them; `some` for the ends and a few between
 */
export function agedValues(
  band: AgeBand,
  rules: readonly Pick<EngagementRule, 'thousandths'>[],
  options: { readonly halfLifeMs: number | null; readonly detail: 'every' | 'some' },
): readonly AgedValues[] {
  const { halfLifeMs, detail } = options;
  const valuesOn = (day: number) => rules.map(({ thousandths }) => decayedPoints(thousandths, halfLifeMs, day));
  const first = Math.floor(band.fromMs / dayMs);
  if (halfLifeMs === null || rules.every(({ thousandths }) => thousandths === 0)) {
    return [{ ageMs: plainAge(band), values: valuesOn(first) }];
  }
  const isSame = (a: number, b: number) => valuesOn(a).join() === valuesOn(b).join();
  const last = Number.isFinite(band.toMs) ? Math.floor(band.toMs / dayMs) : spentBy(rules, halfLifeMs, first);
  const days = detail === 'some' ? someDays(first, last, halfLifeMs) : everyDay(first, last, isSame);
  return days
    .filter((day, index) => index === 0 || !isSame(day, days[index - 1] ?? -1))
    .map((day) => ({ ageMs: ageOn(day, band), values: valuesOn(day) }));
}

/** The first day on which nothing is left. */
function spentBy(rules: readonly Pick<EngagementRule, 'thousandths'>[], halfLifeMs: number, first: number): number {
  const isSpent = (day: number) => rules.every(({ thousandths }) => decayedPoints(thousandths, halfLifeMs, day) === 0);
  return firstDay(first, isSpent);
}

/** The first day, from one on, on which something holds that goes on to hold once it does. */
function firstDay(from: number, holds: (day: number) => boolean): number {
  if (holds(from)) return from;
  let step = 1;
  while (!holds(from + step)) step *= 2;
  let [low, high] = [from + Math.floor(step / 2), from + step];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function someDays(first: number, last: number, halfLifeMs: number): readonly number[] {
  const halves = [0.25, 0.5, 1, 1.5, 2, 3, 4, 6].map((times) => first + Math.ceil((times * halfLifeMs) / dayMs));
  return [...new Set([first, ...halves.filter((day) => day < last), last])].sort((a, b) => a - b);
}

function everyDay(first: number, last: number, isSame: (a: number, b: number) => boolean): readonly number[] {
  const days: number[] = [];
  for (let day = first; day <= last; ) {
    days.push(day);
    const here = day;
    if (isSame(here, last)) break;
    day = firstDay(here, (later) => !isSame(here, later));
  }
  return days;
}

// A reader finds whole days, hours or minutes easier than a millisecond after a limit.
function ageOn(day: number, band: AgeBand): number {
  const end = Math.min(band.toMs, (day + 1) * dayMs - 1);
  return roundAge({ fromMs: Math.max(band.fromMs, day * dayMs), toMs: end });
}

function plainAge(band: AgeBand): number {
  return roundAge(band);
}

function roundAge({ fromMs, toMs }: AgeBand): number {
  const steps = [dayMs, 3_600_000, 60_000, 1000];
  return steps.map((step) => Math.ceil(fromMs / step) * step).find((age) => age <= toMs) ?? fromMs;
}
