import { groupBy } from '../group-by.ts';
import type { EngagementRule, EngagementRules } from '../scoring/engagement-points.ts';
import { type AgeBand, type AgedValues, ageBands, agedValues } from './age-bands.ts';
import { CountStates } from './count-states.ts';
import { fewEvents } from './few-events.ts';
import type { CountTest } from './formula.ts';
import { freshName } from './fresh-name.ts';
import {
  closedUnder,
  type Done,
  held,
  nothing,
  oneOf,
  plus,
  type Run,
  type Spend,
  type SumSet,
  thinned,
  union,
} from './sum-set.ts';

/** What a lead must have done: so often this and that, and points of engagement between two numbers. */
export interface EngagementDemand {
  readonly counts: readonly CountDemand[];
  /** Whole thousandths without those of answers, both included; infinite where nothing is asked. */
  readonly points: Run;
}

/** At least so often and at most so often. */
export interface CountDemand extends Omit<CountTest, 'count'> {
  readonly atLeast: number;
  readonly atMost: number;
}

/** How closely the ages of events are looked at: too generously, too narrowly, exactly. */
type Detail = 'hull' | 'some' | 'every';

interface Activity {
  readonly name: string;
  readonly rules: readonly EngagementRule[];
}

/**
 * What a lead can have done to meet a demand: complete, so that `null` says that nothing does. What can be added up
 * is worked out as a set, activity by activity, beside how often the demand has been met. A generous set is tried
 * first, which can only prove that there is nothing; then a narrow one, which can only find something.
 * @param spend is told the work
 */
export function meetDemand(demand: EngagementDemand, rules: EngagementRules, spend: Spend): readonly Done[] | null {
  if (demand.points[0] > demand.points[1] || demand.counts.some(({ atLeast, atMost }) => atLeast > atMost)) return null;
  const scored = demand.points.some(Number.isFinite) ? rules : { rules: [], halfLifeMs: null };
  const search = (detail: Detail) => new DemandSearch(demand, scored, detail, spend);
  const first = search(scored.halfLifeMs === null ? 'every' : 'hull');
  const quick = fewEvents(demand, scored, { names: first.activities, mostTries: 1000 }, spend);
  if (quick !== null) return quick;
  const explain = first.done();
  if (explain === null) return null;
  const few = fewEvents(demand, scored, { names: first.activities, mostTries: 20_000 }, spend);
  if (few !== null) return few;
  const last = scored.halfLifeMs === null ? explain : (search('some').done() ?? search('every').done());
  return last?.() ?? null;
}

/** How far a narrow set goes. */
const fewTimes = 8;
/** How often something may be demanded. */
const mostOften = 2000;
const fewRuns = 48;

class DemandSearch {
  readonly #demand: EngagementDemand;
  readonly #rules: EngagementRules;
  readonly #detail: Detail;
  readonly #spend: Spend;
  readonly #states: CountStates;
  readonly #bands: readonly AgeBand[];
  readonly #unit: number;
  readonly #bounds: Run;

  constructor(demand: EngagementDemand, rules: EngagementRules, detail: Detail, spend: Spend) {
    this.#demand = demand;
    this.#rules = rules;
    this.#detail = detail;
    this.#spend = spend;
    this.#states = new CountStates(demand.counts);
    this.#bands = ageBands(demand.counts.map(({ withinMs }) => withinMs));
    this.#unit = this.#commonUnit();
    this.#bounds = this.#widest();
  }

  /** The activities that can make a difference. */
  get activities(): readonly string[] {
    return this.#activities().map(({ name }) => name);
  }

  /** @returns what was done, worked out when it is asked for; `null` when nothing meets the demand */
  done(): (() => readonly Done[]) | null {
    // What so many events one after the other come to is told by as many calls inside each other.
    if (this.#demand.counts.some(({ atLeast }) => atLeast > mostOften)) this.#spend(Number.POSITIVE_INFINITY);
    let total: ReadonlyMap<number, SumSet> = new Map([[0, nothing]]);
    for (const activity of this.#activities()) total = this.#together(total, this.#sumsOf(activity));
    const [least, most] = [
      Math.ceil(this.#demand.points[0] / this.#unit),
      Math.floor(this.#demand.points[1] / this.#unit),
    ];
    // Between two multiples of what everything is a multiple of, there is no sum.
    if (least > most) return null;
    for (const [state, set] of total) {
      if (!this.#states.isEnough(state)) continue;
      const run = set.runs.find(([low, high]) => low <= most && high >= least);
      if (run === undefined) continue;
      const sum = Math.max(run[0], Math.min(run[1], Math.max(least, Math.min(0, most))));
      return () => merged(set.explain(sum));
    }
    return null;
  }

  #activities(): readonly Activity[] {
    const { rules } = this.#rules;
    const named = new Set([
      ...rules.map(({ activity }) => activity),
      ...this.#demand.counts.flatMap(({ activities }) => activities ?? []),
    ]);
    const known = [...named].map(
      (name): Activity => ({ name, rules: rules.filter(({ activity }) => activity === name) }),
    );
    const any = this.#demand.counts.some(({ activities }) => activities === null);
    const all = any ? [...known, { name: freshName('other activity', named), rules: [] }] : known;
    // Those that bring nothing and count alike stand for each other.
    const seen = new Set<string>();
    return all.filter((activity) => {
      if (activity.rules.length > 0) return true;
      const counted = this.#demand.counts.map(({ activities }) => activities?.includes(activity.name) ?? true).join();
      if (seen.has(counted)) return false;
      seen.add(counted);
      return true;
    });
  }

  #sumsOf(activity: Activity): ReadonlyMap<number, SumSet> {
    const capped = activity.rules.filter(({ cap }) => cap !== null);
    if (capped.length > 0 && activity.rules.length > 1) return this.#jointSums(activity);
    const cap = capped[0]?.cap ?? null;
    let sums = new Map([[0, nothing]]);
    // Old events are free of more tests and bring less, so that the sums lie dense from the beginning.
    for (const band of this.#bands.toReversed()) sums = this.#inBand(sums, activity, band);
    if (cap === null) return sums;
    return new Map([...sums].map(([state, set]) => [state, held(set, cap / this.#unit)]));
  }

  /** What events of one age add: any number of them, while the demand is not exceeded. */
  #inBand(before: ReadonlyMap<number, SumSet>, activity: Activity, band: AgeBand): Map<number, SumSet> {
    const one = this.#oneEvent(activity, band);
    const counted = this.#counted(activity, band);
    const sums = new Map(before);
    this.#spend(5 * this.#states.size);
    for (const state of this.#states.ascending()) {
      const set = sums.get(state);
      if (set === undefined) continue;
      const next = this.#states.next(state, counted);
      if (next === null) continue;
      if (next === state) {
        sums.set(state, this.#anyTimes(set, one));
        continue;
      }
      const more = plus(set, one, this.#bounds, this.#spend);
      const there = sums.get(next);
      sums.set(next, this.#thin(there === undefined ? more : union([there, more])));
    }
    return sums;
  }

  #anyTimes(set: SumSet, one: SumSet): SumSet {
    switch (this.#detail) {
      case 'every':
        return closedUnder(set, one, this.#bounds, this.#spend);
      case 'hull': {
        const [first, last] = [one.runs[0]?.[0] ?? 0, one.runs.at(-1)?.[1] ?? 0];
        const low = first < 0 ? this.#bounds[0] : (set.runs[0]?.[0] ?? 0);
        const high = last > 0 ? this.#bounds[1] : (set.runs.at(-1)?.[1] ?? 0);
        return { runs: [[low, high]], explain: () => [] };
      }
      case 'some': {
        let sums = set;
        for (let times = 0; times < fewTimes; times++)
          sums = this.#thin(union([sums, plus(sums, one, this.#bounds, this.#spend)]));
        return sums;
      }
    }
  }

  #thin(set: SumSet): SumSet {
    return this.#detail === 'some' ? thinned(set, fewRuns) : set;
  }

  #oneEvent(activity: Activity, band: AgeBand): SumSet {
    const options = this.#aged(activity, band).map(({ ageMs, values }) => ({
      value: values.reduce((sum, value) => sum + value, 0) / this.#unit,
      done: { activity: activity.name, ageMs, times: 1 },
    }));
    const set = oneOf(options);
    const [first, last] = [set.runs[0], set.runs.at(-1)];
    if (this.#detail !== 'hull' || first === undefined || last === undefined) return set;
    return { runs: [[first[0], last[1]]], explain: () => [] };
  }

  #aged(activity: Activity, band: AgeBand): readonly AgedValues[] {
    const detail = this.#detail === 'every' ? 'every' : 'some';
    return agedValues(band, activity.rules, { halfLifeMs: this.#rules.halfLifeMs, detail });
  }

  /** Which tests count an event of this activity and age. */
  #counted(activity: Activity, band: AgeBand): readonly boolean[] {
    return this.#demand.counts.map(
      ({ activities, withinMs }) =>
        band.toMs <= withinMs && (activities === null || activities.includes(activity.name)),
    );
  }

  /** For an activity with several rules of which one is capped: the sum of each rule is followed by itself. */
  #jointSums(activity: Activity): ReadonlyMap<number, SumSet> {
    if (this.#detail === 'hull') return this.#looseSums(activity);
    interface Reached {
      readonly state: number;
      readonly sums: readonly number[];
      readonly from: Reached | null;
      readonly done: Done | null;
    }
    const start: Reached = { state: 0, sums: activity.rules.map(() => 0), from: null, done: null };
    const reached = new Map([[`0:${start.sums}`, start]]);
    for (const band of this.#bands) {
      const counted = this.#counted(activity, band);
      const options = this.#aged(activity, band);
      for (const from of reached.values()) {
        const state = this.#states.next(from.state, counted);
        if (state === null) continue;
        this.#spend(options.length);
        for (const { ageMs, values } of options) {
          const sums = activity.rules.map(({ cap }, index) => {
            const sum = (from.sums[index] ?? 0) + (values[index] ?? 0) / this.#unit;
            return cap === null ? sum : Math.max(-cap / this.#unit, Math.min(cap / this.#unit, sum));
          });
          if (sums.some((sum) => sum < this.#bounds[0] || sum > this.#bounds[1])) continue;
          const key = `${state}:${sums}`;
          if (!reached.has(key))
            reached.set(key, { state, sums, from, done: { activity: activity.name, ageMs, times: 1 } });
        }
      }
    }
    const byState = groupBy(reached.values(), ({ state }) => state);
    const trace = (at: Reached): readonly Done[] => {
      const done: Done[] = [];
      for (let here: Reached | null = at; here !== null; here = here.from) if (here.done !== null) done.push(here.done);
      return done;
    };
    return new Map(
      [...byState].map(([state, all]) => {
        const bySum = new Map(all.map((at) => [at.sums.reduce((sum, one) => sum + one, 0), at]));
        const runs = union([...bySum.keys()].map((sum) => ({ runs: [[sum, sum]], explain: () => [] }))).runs;
        const explain = (sum: number) => {
          const at = bySum.get(sum);
          return at === undefined ? [] : trace(at);
        };
        return [state, { runs, explain }];
      }),
    );
  }

  /** As {@link #jointSums}, but as if the rules had nothing to do with each other and with how often it was done. */
  #looseSums(activity: Activity): ReadonlyMap<number, SumSet> {
    let counts = new Map([[0, nothing]]);
    for (const band of this.#bands) counts = this.#inBand(counts, { name: activity.name, rules: [] }, band);
    const limit = ({ cap }: EngagementRule, bound: number) =>
      cap === null ? bound : Math.min(bound, cap / this.#unit);
    const ups = activity.rules.filter(({ thousandths }) => thousandths > 0);
    const downs = activity.rules.filter(({ thousandths }) => thousandths < 0);
    const low = downs.reduce((sum, rule) => sum - limit(rule, -this.#bounds[0]), 0);
    const high = ups.reduce((sum, rule) => sum + limit(rule, this.#bounds[1]), 0);
    const loose: SumSet = { runs: [[low, high]], explain: () => [] };
    return new Map([...counts.keys()].map((state) => [state, loose]));
  }

  #together(a: ReadonlyMap<number, SumSet>, b: ReadonlyMap<number, SumSet>): ReadonlyMap<number, SumSet> {
    this.#spend(10 * a.size * b.size);
    const sets = new Map<number, SumSet[]>();
    for (const [first, one] of a) {
      for (const [second, other] of b) {
        const state = this.#states.plus(first, second);
        if (state === null) continue;
        const all = sets.get(state) ?? [];
        all.push(plus(one, other, this.#bounds, this.#spend));
        sets.set(state, all);
      }
    }
    return new Map([...sets].map(([state, all]) => [state, this.#thin(union(all))]));
  }

  /** What all sums are a multiple of, so that sums without decay lie dense, too. */
  #commonUnit(): number {
    if (this.#rules.halfLifeMs !== null) return 1;
    const values = this.#rules.rules.flatMap(({ thousandths, cap }) => [thousandths, cap ?? 0]);
    return values.reduce((unit, value) => commonDivisor(unit, Math.abs(value)), 0) || 1;
  }

  /** No sum beyond this is needed: of more events, some could be left out. */
  #widest(): Run {
    const { rules } = this.#rules;
    const [free, capped] = [rules.filter(({ cap }) => cap === null), rules.filter(({ cap }) => cap !== null)];
    const largest = rules.reduce((sum, { thousandths }) => sum + Math.abs(thousandths), 0) / this.#unit;
    const caps = capped.reduce((sum, { cap }) => sum + (cap ?? 0), 0) / this.#unit;
    const target = Math.max(0, ...this.#demand.points.filter(Number.isFinite).map(Math.abs)) / this.#unit;
    const needed = this.#demand.counts.reduce((sum, { atLeast }) => sum + atLeast, 0);
    const joint = new Set(rules.map(({ activity }) => activity)).size < rules.length;
    const once = target + caps * (joint ? largest + 1 : 1) + (needed + 2) * largest + 1;
    const both = free.some(({ thousandths }) => thousandths > 0) && free.some(({ thousandths }) => thousandths < 0);
    const most = Math.min(Math.ceil(both ? largest * (once + 2 * largest + 1) : once), Number.MAX_SAFE_INTEGER);
    return [-most, most];
  }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function merged(done: readonly Done[]): readonly Done[] {
  const groups = groupBy(done, ({ activity, ageMs }) => `${ageMs}:${activity}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, times: same.reduce((sum, { times }) => sum + times, 0) }];
  });
}
