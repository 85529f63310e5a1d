import { groupKey } from '../plan/group-addresses.ts';
import type { Plan } from '../plan/plan.ts';
import { type Figures, noFigures } from './figures.ts';
import { type MetricResult, type RowPlace, valuesOf } from './metric-result.ts';

const everything: RowPlace = {
  dimensions: [],
  bucket: null,
  key: groupKey({ dimensions: [], bucket: null }),
  isOpen: false,
};

/** The plan without its groups and its period: what is known of all that it does not filter out. */
export function overallPlan(plan: Plan): Plan {
  return { ...plan, by: [], from: null, to: null };
}

/** Whether the groups of a plan are anything else than all there is. */
export function isPartial({ by, from, to }: Plan): boolean {
  return by.length > 0 || from !== null || to !== null;
}

/**
 * The values of a result that falls back on what it is overall, where a group has none of its own or has not had its time: a group of
 * few leads without a win is not worth nothing, nor is a young one.
 * @param overall the same metric by the `overallPlan`, asked for when a group first needs it
 * @param isEnough whether figures stand for themselves: of a value, and mature
 */
export function orOverall(
  result: MetricResult,
  overall: () => Promise<MetricResult>,
  isEnough: (figures: Figures | undefined) => boolean = isOwn,
): MetricResult {
  return {
    addresses: result.addresses,
    figures: async (places) => {
      const figures = await valuesOf(result)(places);
      const lacking = places.filter(({ key }) => !isEnough(figures.get(key)));
      if (lacking.length === 0) return figures;
      const whole = (await valuesOf(await overall())([everything])).get(everything.key) ?? noFigures;
      if (whole.value === null) return figures;
      return new Map([...figures, ...lacking.map(({ key }): [string, Figures] => [key, whole])]);
    },
  };
}

/** Whether figures have any value, be it that of a young cohort. */
export function hasValue(figures: Figures | undefined): boolean {
  return figures !== undefined && figures.value !== null;
}

function isOwn(figures: Figures | undefined): boolean {
  return figures !== undefined && figures.value !== null && figures.mature !== false;
}
