import type { Agreement } from '../agreement.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { calendar } from '../schema/calendars.ts';
import { stageTerms } from '../vocabulary/stage-terms.ts';
import { arrangeNames, withOverrideOrder } from './override-order.ts';

/**
 * Adds the defaults that follow from other clauses: what the stages mean, who must sign, the default calendar, the zone of each
 * calendar, and the order of readiness and hand-offs, of the document and of each override that adds some, which the
 * canonical form would lose otherwise.
 */
export function completeDocument({ $schema: _, metrics = {}, ...document }: AgreementDocument): Agreement {
  const { teams, timeZone, signatures, calendars, goals } = document;
  const order = {
    readiness: arrangeNames(Object.keys(document.readiness), document.order.readiness),
    handOffs: arrangeNames(Object.keys(document.handOffs), document.order.handOffs),
  };
  return {
    ...document,
    // Absent where there is none, so that what was signed before there was this section keeps its digest.
    ...(Object.keys(metrics).length === 0 ? {} : { metrics }),
    terms: { ...ownedTerms(teams), ...document.terms },
    signatures: { ...signatures, required: signatures.required ?? headTeams(teams) },
    goals: goals.map((goal) => ({ ...goal, id: goal.id ?? goal.metric })),
    calendars: Object.fromEntries(
      Object.entries({ default: calendar.parse({}), ...calendars }).map(([name, given]) => [
        name,
        { ...given, zone: given.zone ?? timeZone },
      ]),
    ),
    order,
    overrides: Object.fromEntries(
      Object.entries(document.overrides).map(([segment, patch]) => [
        segment,
        withOverrideOrder(patch, { ...document, order }),
      ]),
    ),
  };
}

/** The teams that are part of no other, sorted, since the order in which teams are written means nothing: who signs where nobody says who does. */
export function headTeams(teams: AgreementDocument['teams']): readonly string[] {
  return Object.keys(teams)
    .filter((name) => teams[name]?.partOf === undefined)
    .sort();
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
