import { type Agreement, clauseInWords, clausesOf } from '@sameteam/agreement';
import type { ExplainedClause } from '@sameteam/api';

/**
 * What an agreement says at an address: the clause itself, or every clause of a section or below a clause.
 * @returns none where it says nothing there
 */
export function explainedClauses(agreement: Agreement, address: string | null): readonly ExplainedClause[] {
  if (address === null) return [];
  return clausesOf(agreement)
    .filter((clause) => clause.address === address || clause.address.startsWith(`${address}.`))
    .map((clause) => ({ address: clause.address, words: clauseInWords(agreement, clause) }));
}
