import { groupKey } from '../plan/group-addresses.ts';
import type { Plan } from '../plan/plan.ts';
import { type Figures, noFigures } from './figures.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';

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
 * A result that falls back on what it is overall, where a group has none of its own or has not had its time: a group of
 * few leads without a win is not worth nothing, nor is a young one.
 * @param overall the same metric by the `overallPlan`, asked for when a group first needs it
 */
export function orOverall(result: MetricResult, overall: () => Promise<MetricResult>): MetricResult {
  return {
    addresses: result.addresses,
    figures: async (places) => {
      const figures = await result.figures(places);
      const lacking = places.filter(({ key }) => !isOwn(figures.get(key)));
      if (lacking.length === 0) return figures;
      const whole = (await (await overall()).figures([everything])).get(everything.key) ?? noFigures;
      if (whole.value === null) return figures;
      return new Map([...figures, ...lacking.map(({ key }): [string, Figures] => [key, whole])]);
    },
  };
}

function isOwn(figures: Figures | undefined): boolean {
  return figures !== undefined && figures.value !== null && figures.mature !== false;
}
