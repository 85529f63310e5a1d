import type { Condition } from '../condition/condition.ts';
import { conditionParts } from '../condition/condition-kind.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { eachVariant } from './each-variant.ts';
import { canHaveLeads } from './lead-holders.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';
import { readinessOfCondition } from './possible-readiness.ts';

/**
 * A timed SLA on leads that is never owed: the team that owes it never has a lead, or no lead meets `applies`. The latter
 * is decided. SLAs of deals are left out, since deals come without a hand-off too.
 */
export const slaNeverStarts = lintRule({
  code: 'sla-never-starts',
  severity: 'warning',
  title: 'An SLA that is never owed.',
  check: (subject) =>
    eachVariant(subject, (variant) =>
      Object.entries(variant.agreement.sla).flatMap(([name, clause]) => {
        if (!('kept' in clause) || clause.grain === 'opportunity') return [];
        if (!canHaveLeads(variant.agreement, clause.of)) return [withoutLeads(name, clause.of)];
        const { applies } = clause;
        if (applies === undefined || !isOwn(subject, variant, name) || isMet(variant, applies)) return [];
        return [neverMet(name)];
      }),
    ),
});

// What the document says is asked of leads of all segments at once, and an override of leads of its segment.
function isOwn(subject: LintSubject, variant: Variant, name: string): boolean {
  return variant.segment === null || placeIn(subject, variant, ['sla', name, 'applies'])[0] === 'overrides';
}

function isMet({ agreement, segment }: Variant, applies: Condition): boolean {
  if (asksUndeclaredList(agreement, applies)) return true;
  const options = segment === null ? {} : { segment };
  const declared = withDeclaredLists(agreement);
  const find = (wanted: Condition) => findLead(declared, wanted, options);
  if (find(applies) !== null) return true;
  // A readiness that no lead has is told by "dead-readiness", and by it alone.
  const { possible } = readinessOfCondition(applies, agreement.order.readiness);
  return possible.size > 0 && find({ readiness: [...possible] }) === null;
}

// That is told by "list-undefined" already.
function asksUndeclaredList({ lists }: Variant['agreement'], applies: Condition): boolean {
  return conditionParts(applies).some(
    ({ condition }) => 'inList' in condition && !Object.hasOwn(lists, condition.inList),
  );
}

function withoutLeads(name: string, team: string): LintFinding {
  return {
    path: ['sla', name, 'of'],
    message: `The SLA "${name}" is owed by "${team}", which never has a lead: no hand-off, no territory and no program brings it one, so that nothing is ever owed.`,
    remedy: 'Name the team that gets the leads, or hand leads off to this one.',
  };
}

function neverMet(name: string): LintFinding {
  return {
    path: ['sla', name, 'applies'],
    message: `No lead can meet what "applies" of the SLA "${name}" asks for, so that nothing is ever owed by it.`,
    remedy: 'Look for two parts of the condition that exclude each other, or for points that no lead can have.',
  };
}
