import type { Agreement, SlaClause } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { leadInWords } from './lead-in-words.ts';
import { type LintFinding, lintRule, type Variant } from './lint-rule.ts';
import { teamsAbove } from './team-tree.ts';

/** What an SLA on the first attempt can begin with. */
const beginnings = ['lead.captured', 'lead.qualified', 'lead.handed_off', 'lead.assigned'];

/**
 * A hand-off passes on leads of the hottest readiness, and for some of them the team that gets them owes no first attempt
 * in a time. Such an SLA is owed by the team or by one that it is part of, begins at capture, qualification, hand-off or
 * assignment, and is kept by one attempt. A hand-off that opens an opportunity is not looked at: the SLAs of deals hold
 * then. Decided, with an example lead.
 */
export const hotWithoutSla = lintRule({
  code: 'hot-without-sla',
  severity: 'error',
  title: 'Hot leads are handed off, and nobody has to try to reach them in a time.',
  check: (subject) =>
    eachVariant(subject, (variant) => {
      const { order, handOffs } = variant.agreement;
      return order.handOffs.flatMap((name) =>
        handOffs[name]?.opens === undefined ? withoutFirstAttempt(variant, name) : [],
      );
    }),
});

function withoutFirstAttempt({ agreement, segment }: Variant, name: string): readonly LintFinding[] {
  const { order, handOffs, exclusions, sla } = agreement;
  const [hottest] = order.readiness;
  const handOff = handOffs[name];
  if (hottest === undefined || handOff === undefined) return [];
  const earlier = order.handOffs
    .slice(0, order.handOffs.indexOf(name))
    .flatMap((other) => (handOffs[other]?.from === handOff.from ? [handOffs[other].when] : []));
  const owing = teamsAbove(agreement, handOff.to);
  const promised = Object.values(sla).flatMap((clause) =>
    owing.includes(clause.of) && isFirstAttempt(clause) ? [clause.applies ?? {}] : [],
  );
  const none = [...exclusions.map(({ when }) => when), ...earlier, ...promised];
  const wanted: Condition = {
    all: [{ readiness: [hottest] }, handOff.when, ...none.map((condition) => ({ not: condition }))],
  };
  const lead = findLead(withDeclaredLists(agreement), wanted, { segment });
  if (lead === null) return [];
  const some = promised.length > 0 ? `some leads that are ${hottest}` : `leads that are ${hottest}`;
  return [
    {
      path: ['handOffs', name],
      atKey: true,
      message: `The hand-off "${name}" passes on ${some}, and ${owedByNobody(agreement, handOff.to)} in a time: the readiest leads are the first to be lost to whoever calls sooner.`,
      remedy: `Add an SLA of "${handOff.to}" from lead.assigned, kept by { attempt: {} }, within an hour or so, for all leads that are ${hottest}.`,
      witness: { lead, steps: [], sentence: leadInWords(lead) },
    },
  ];
}

function owedByNobody(agreement: Agreement, team: string): string {
  const teams = teamsAbove(agreement, team);
  return teams.length === 1
    ? `"${team}" owes them no first attempt`
    : `neither ${namesInWords(teams, 'nor')} owes them a first attempt`;
}

function isFirstAttempt(clause: SlaClause): boolean {
  if (!('kept' in clause) || clause.grain === 'opportunity' || !beginnings.includes(clause.from)) return false;
  const { kept } = clause;
  if ('attempts' in kept) return kept.attempts === 1;
  return 'attempt' in kept || (Array.isArray(kept) && kept.length === 1 && kept[0] === 'lead.attempted');
}
