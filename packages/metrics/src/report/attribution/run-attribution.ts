import { type AttributionModel, type AttributionPath, attribute } from '@sameteam/stats';
import type { Engine } from '../../engine.ts';
import { boundsOf } from '../create-reports.ts';
import { detailOf, type PathDetail } from './attribution-paths.ts';
import { type AttributionRequest, type CreditedConversion, checkAttribution } from './attribution-request.ts';
import { type AttributionRow, attributionRows } from './attribution-rows.ts';
import { foldChannels } from './fold-channels.ts';
import { pathCounts } from './path-counts.ts';

/** Credit of channels for conversions and their amounts, by one model or several. */
export interface AttributionReport {
  readonly conversion: CreditedConversion;
  /** Leads that converted in the period: what the rows of each model add up to. */
  readonly conversions: number;
  /** Amounts of the deals that were won (or opened) in the period, in minor units of `currency`; likewise. */
  readonly amount: number;
  /** Deals with an amount. */
  readonly deals: number;
  readonly currency: string;
  /** Conversions with one touch, or none: every model credits those alike. */
  readonly oneTouch: number;
  /** Conversions whose touches all came from one channel: only the others tell Markov of what leads where. */
  readonly oneChannel: number;
  /** The models, and of how many conversions a milestone that the model credits is not known: it is left out there. */
  readonly models: readonly { readonly model: AttributionModel; readonly lackingMilestone: number }[];
  /** Model by model, within one by credit. */
  readonly rows: readonly AttributionRow[];
  /** How many channels the row `other` holds; 0 without one. */
  readonly folded: number;
  /** Leads and deals that exclusions of the agreement took out, and deals without an amount. */
  readonly excluded: { readonly leads: number; readonly deals: number };
  /** Events that had happened by as-of and were recorded after it. */
  readonly restated: number;
  readonly from: string | null;
  readonly to: string | null;
  /** ISO 8601. */
  readonly asOf: string;
}

/**
 * Splits the credit for won leads (or opened opportunities) and their amounts among the channels that touched them, by each
 * model: see `attribute` of @sameteam/stats for what each does. Both are placed by their own date: the win or the opening.
 * A channel is that of a touch: the capture, an engagement, a reply, a response in a campaign. A lead with several deals
 * has one path, up to its first win; all its deals are credited along it. For `markov`, leads that were captured in the
 * period and have not converted are the paths that failed.
 * The engine counts distinct paths; time decay tells them apart by whole days, too.
 * @throws MetricsError `unknown-model`, `unknown-conversion`, `bad-half-life`, `bad-top`, `no-such-dimension`, `no-rate`,
 *   `sum-too-large`, `credit-below-zero`, and those of `parsePlan`
 * @example
 * const report = await runAttribution(engine, { models: ['first', 'linear'], from: '2026-01-01' }, { nowMs });
 * report.rows.filter((row) => row.model === 'linear').reduce((sum, row) => sum + row.amount, 0) === report.amount // true
 */
export async function runAttribution(
  engine: Pick<Engine, 'agreement' | 'metrics' | 'withReducer'>,
  request: AttributionRequest,
  { nowMs }: { readonly nowMs: number },
): Promise<AttributionReport> {
  const asked = checkAttribution(request, engine, nowMs);
  const { plans, models, conversion } = asked;
  const counted = await engine.withReducer(async (reducer, agreementOf) => {
    const counts = pathCounts(reducer, asked, agreementOf(plans.leads));
    const details = new Set<PathDetail>(['none', ...models.map(detailOf)]);
    const leads = new Map<PathDetail, Awaited<ReturnType<typeof counts.leads>>>();
    const deals = new Map<PathDetail, Awaited<ReturnType<typeof counts.deals>>>();
    for (const detail of details) {
      leads.set(detail, await counts.leads(detail));
      deals.set(detail, await counts.deals(detail));
    }
    const others = models.includes('markov') ? await counts.others() : [];
    const restated = plans.leads.knownAtMs === null ? await reducer.recordedLater(boundsOf(plans.leads)) : 0;
    return { leads, deals, others, restated };
  });
  const pathsOf = (of: typeof counted.leads, detail: PathDetail) => of.get(detail)?.paths ?? [];
  const won = pathsOf(counted.leads, 'none');
  const paid = pathsOf(counted.deals, 'none');
  const { fold, folded } = foldChannels(won, [...won, ...paid, ...counted.others], asked.top);
  const credited = models.map((model) => {
    const detail = detailOf(model);
    const failed = model === 'markov' ? counted.others : [];
    const credit = (paths: readonly AttributionPath[]) =>
      attribute(fold([...paths, ...failed]), { model, halfLifeDays: asked.halfLifeDays });
    return { model, leads: credit(pathsOf(counted.leads, detail)), deals: credit(pathsOf(counted.deals, detail)) };
  });
  return {
    conversion,
    conversions: sumOf(won, ({ converted }) => converted),
    amount: sumOf(paid, ({ valueMinor = 0 }) => valueMinor),
    deals: sumOf(paid, ({ converted }) => converted),
    oneTouch: sumOf(won, ({ converted, steps }) => (steps.length < 2 ? converted : 0)),
    oneChannel: sumOf(won, ({ converted, steps }) => (new Set(steps).size < 2 ? converted : 0)),
    currency: engine.agreement.currency,
    models: credited.map(({ model, leads }) => ({ model, lackingMilestone: leads.lackingMilestone })),
    rows: credited.flatMap(({ model, leads, deals }) => attributionRows(model, leads, deals)),
    folded,
    excluded: {
      leads: counted.leads.get('none')?.excluded ?? 0,
      deals: counted.deals.get('none')?.excluded ?? 0,
    },
    restated: counted.restated,
    from: plans.leads.from,
    to: plans.leads.to,
    asOf: new Date(plans.leads.asOfMs).toISOString(),
  };
}

function sumOf(paths: readonly AttributionPath[], value: (path: AttributionPath) => number): number {
  return paths.reduce((sum, path) => sum + value(path), 0);
}
