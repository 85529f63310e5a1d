import type { Agreement } from '../agreement.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { calendar } from '../schema/calendars.ts';
import { stageTerms } from '../vocabulary/stage-terms.ts';

/**
 * Adds the defaults that follow from other clauses: what the stages mean, who must sign, the default calendar, the zone of each
 * calendar, and the order of readiness and hand-offs, which the canonical form would lose otherwise.
 */
export function completeDocument({ $schema: _, ...document }: AgreementDocument): Agreement {
  const { teams, timeZone, signatures, calendars, goals } = document;
  // Sorted, since the order in which teams are written means nothing.
  const heads = Object.keys(teams)
    .filter((name) => teams[name]?.partOf === undefined)
    .sort();
  return {
    ...document,
    terms: { ...ownedTerms(teams), ...document.terms },
    signatures: { ...signatures, required: signatures.required ?? heads },
    goals: goals.map((goal) => ({ ...goal, id: goal.id ?? goal.metric })),
    calendars: Object.fromEntries(
      Object.entries({ default: calendar.parse({}), ...calendars }).map(([name, given]) => [
        name,
        { ...given, zone: given.zone ?? timeZone },
      ]),
    ),
    order: {
      readiness: arrange(Object.keys(document.readiness), document.order.readiness),
      handOffs: arrange(Object.keys(document.handOffs), document.order.handOffs),
    },
  };
}

/** The terms of the stages; a team that enters one is named only where there is such a team. */
function ownedTerms(teams: AgreementDocument['teams']): AgreementDocument['terms'] {
  return Object.fromEntries(
    Object.entries(stageTerms).map(([name, { entered, ...term }]) => [
      name,
      Object.hasOwn(teams, entered) ? { ...term, entered } : term,
    ]),
  );
}

// A segment may add and remove entries, so the order names first what it can, and keeps the rest as written.
function arrange(names: readonly string[], order: readonly string[]): readonly string[] {
  const listed = order.filter((name) => names.includes(name));
  return [...new Set([...listed, ...names])];
}
