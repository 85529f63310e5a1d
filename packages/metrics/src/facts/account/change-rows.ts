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
 * were won at once, and one for each change that was said. States are those of the company's first lead by then.
 */
export function changeRows(
  { common, first, opportunities, changes }: ChangeParts,
  rules: FactRules,
): readonly FactRowOf<'changes'>[] {
  const row = (atMs: number, said: Omit<SaidChange, 'atMs'>): FactRowOf<'changes'> => ({
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
  const win = firstWin(opportunities);
  if (win === null) return rows;
  const { at_won, amount, currency } = win.opportunity;
  const delta = amount === null || currency === null ? null : { amountMinor: amount, currency };
  return [row(at_won as number, { kind: 'new', delta, reason: null, product: null }), ...rows];
}

function firstWin(opportunities: readonly FoldedOpportunity[]): FoldedOpportunity | null {
  let first: FoldedOpportunity | null = null;
  for (const one of opportunities) {
    if (one.opportunity.at_won !== null && (first === null || isBefore(one, first))) first = one;
  }
  return first;
}

function isBefore({ opportunity: a }: FoldedOpportunity, { opportunity: b }: FoldedOpportunity): boolean {
  if (a.at_won !== b.at_won) return (a.at_won as number) < (b.at_won as number);
  return compareUtf8(a.opportunity as string, b.opportunity as string) < 0;
}
