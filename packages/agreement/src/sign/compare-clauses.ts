import { canonicalJson } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import { type Clause, clausesOf } from '../clause/clauses-of.ts';
import { clauseInWords } from '../words/clause-in-words.ts';
import type { ClauseChange } from './signature-issue.ts';

/**
 * The clauses in which an agreement is not as it was signed, in the order of the agreement; removed ones come last.
 * O(size of both).
 */
export function compareClauses(signed: Agreement, now: Agreement): readonly ClauseChange[] {
  const before = new Map(clausesOf(signed).map((clause) => [clause.address, clause]));
  const changes: ClauseChange[] = [];
  for (const clause of clausesOf(now)) {
    const old = before.get(clause.address);
    before.delete(clause.address);
    const { address, value: after } = clause;
    if (old === undefined) changes.push({ address, kind: 'added', after, sentence: wordsOf(now, clause) });
    else if (canonicalJson(old.value) !== canonicalJson(after)) {
      changes.push({ address, kind: 'changed', before: old.value, after, sentence: wordsOf(now, clause) });
    }
  }
  for (const { address, value } of before.values()) {
    changes.push({ address, kind: 'removed', before: value, sentence: null });
  }
  return changes;
}

// What is compared may have been changed by hand and be no agreement any more. That it differs must be told all the same.
function wordsOf(agreement: Agreement, clause: Clause): string | null {
  try {
    return clauseInWords(agreement, clause);
  } catch {
    return null;
  }
}
