import { type Agreement, builtinLists, type Condition } from '@sameteam/agreement';

/** What sorts leads into segments and takes leads out when facts are made. */
export type AgreementRuling = Pick<Agreement, 'segments' | 'exclusions'>;

/**
 * The ruling of an agreement. Lists that come with Sameteam stand in it by their entries, so that it alone decides the
 * facts: when such a list grows, the ruling is another one.
 */
export function agreementRuling(agreement: Agreement): AgreementRuling {
  const expand = <T extends { readonly when: Condition }>(clauses: readonly T[] | undefined): T[] =>
    (clauses ?? []).map((clause) => ({ ...clause, when: withEntries(clause.when, agreement) }));
  return { segments: expand(agreement.segments), exclusions: expand(agreement.exclusions) };
}

function withEntries(condition: Condition, agreement: Agreement): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => withEntries(part, agreement)) };
  if ('any' in condition) return { any: condition.any.map((part) => withEntries(part, agreement)) };
  if ('not' in condition) return { not: withEntries(condition.not, agreement) };
  if (!('inList' in condition)) return condition;
  const { field, inList } = condition;
  const isBuiltin = Object.hasOwn(agreement.lists ?? {}, inList) && agreement.lists[inList] === 'builtin';
  const entries = isBuiltin && Object.hasOwn(builtinLists, inList) ? builtinLists[inList] : undefined;
  return entries === undefined ? condition : { field, in: entries };
}
