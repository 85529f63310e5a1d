import { compareUtf8 } from '@sameteam/model';
import { statesBy } from '../deal/lead-states.ts';
import { noStates, type SourceValues } from '../deal/row-parts.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FoldedLead, FoldedOpportunity } from '../story/story.ts';
import type { SaidChange } from './company-history.ts';

/** What the changes of a company are made of. */
export interface ChangeParts {
  /** Columns that its rows have in common. */
  readonly common: SourceValues & {
    readonly company: string;
    readonly excluded: string | null;
    readonly segment: string | null;
  };
  /** The lead that the company stands by. */
  readonly first: FoldedLead | null;
  readonly opportunities: readonly FoldedOpportunity[];
  readonly changes: readonly SaidChange[];
}

/**
 * The rows of what happened after the sale: `new` for the first win with the amount of that opportunity, by subject where two
 * were won at once, one for each change that was said, and one for each further win that no change names as the deal behind
 * it: many a CRM tells of an expansion by a deal alone. Such a deal adds its amount as `upsell`; one of the kind `renewal` adds
 * nothing that is known, since its amount is that of the whole term. States are those of the company's first lead by then.
 */
export function changeRows(
  { common, first, opportunities, changes }: ChangeParts,
  rules: FactRules,
): readonly FactRowOf<'changes'>[] {
  const row = (
    atMs: number,
    said: Pick<SaidChange, 'kind' | 'delta' | 'reason' | 'product'>,
  ): FactRowOf<'changes'> => ({
    ...common,
    ...(first === null ? noStates : statesBy(first, atMs)),
    version: rules.versionAt(atMs).version,
    lead: first?.lead.lead ?? null,
    at_changed: atMs,
    kind: said.kind,
    amount: said.delta?.amountMinor ?? null,
    currency: said.delta?.currency ?? null,
    change_reason: said.reason,
    changed_product: said.product,
  });
  const rows = changes.map(({ atMs, ...said }) => row(atMs, said));
  const [win, ...others] = wins(opportunities);
  if (win === undefined) return rows;
  const told = new Set(changes.flatMap(({ opportunity }) => (opportunity === null ? [] : [rules.rootOf(opportunity)])));
  const further = others.filter(({ opportunity }) => !told.has(opportunity.opportunity as string));
  return [dealRow(win, 'new'), ...rows, ...further.map((one) => dealRow(one, kindOf(one)))];

  function dealRow({ opportunity }: FoldedOpportunity, kind: 'new' | 'upsell' | 'renewal'): FactRowOf<'changes'> {
    const { at_won: wonMs, amount, currency } = opportunity;
    const isKnown = amount !== null && currency !== null && kind !== 'renewal';
    const delta = isKnown ? { amountMinor: amount, currency } : null;
    return row(wonMs as number, { kind, delta, reason: null, product: null });
  }
}

/** What a further win is, by what was said of the deal. */
function kindOf({ opportunity: { kind } }: FoldedOpportunity): 'upsell' | 'renewal' {
  return kind === 'renewal' ? 'renewal' : 'upsell';
}

/** Won opportunities in the order of their wins. */
function wins(opportunities: readonly FoldedOpportunity[]): readonly FoldedOpportunity[] {
  return opportunities.filter(({ opportunity }) => opportunity.at_won !== null).sort(byWin);
}

function byWin({ opportunity: a }: FoldedOpportunity, { opportunity: b }: FoldedOpportunity): number {
  return (a.at_won as number) - (b.at_won as number) || compareUtf8(a.opportunity as string, b.opportunity as string);
}
