import type { Plan } from '../plan/plan.ts';

/** The clauses that the filters of a plan keep. */
export function clausesNamed({ filters }: Pick<Plan, 'filters'>): readonly string[] {
  return filters.flatMap((filter) =>
    filter.dimension === 'clause' && 'in' in filter ? filter.in.filter((clause) => clause !== null) : [],
  );
}

/** The clause that a filter narrows a plan to; `null` where there is none, or several. */
export function onlyClause(plan: Pick<Plan, 'filters'>): string | null {
  const named = clausesNamed(plan);
  return named.length === 1 ? (named[0] ?? null) : null;
}
