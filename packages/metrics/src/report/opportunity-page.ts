import type { OpportunityPage } from '../engine.ts';
import type { FactReducer, LogBounds } from '../plan/reduction.ts';

/** A page of opportunities in the order of their subject. */
export async function opportunityPage(
  reducer: FactReducer,
  bounds: LogBounds,
  page: { readonly after?: string; readonly limit: number },
): Promise<OpportunityPage> {
  // One more than is shown says whether there is another page.
  const { rows, total } = await reducer.facts('opportunities', bounds, {
    after: page.after ?? null,
    limit: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  return {
    opportunities: shown.map((row) => ({
      opportunity: row.opportunity ?? '',
      lead: row.lead,
      openedAt: instant(row.at_opportunity),
      wonAt: instant(row.at_won),
      amountMinor: row.amount,
      currency: row.currency,
      owner: row.owner_at_now,
    })),
    total,
    next: rows.length > shown.length ? (shown.at(-1)?.opportunity ?? null) : null,
  };
}

function instant(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
