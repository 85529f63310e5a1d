import type { Agreement } from '../agreement.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { calendar } from '../schema/calendars.ts';

/**
 * Adds the defaults that follow from other clauses: who must sign, the default calendar, the zone of each
 * calendar, and the order of readiness and hand-offs, which the canonical form would lose otherwise.
 */
export function completeDocument({ $schema: _, ...document }: AgreementDocument): Agreement {
  const { teams, timeZone, signatures, calendars } = document;
  const heads = Object.keys(teams).filter((name) => teams[name]?.partOf === undefined);
  return {
    ...document,
    signatures: { required: signatures.required ?? heads, witness: signatures.witness },
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

// A segment may add and remove entries, so the order names first what it can, and keeps the rest as written.
function arrange(names: readonly string[], order: readonly string[]): readonly string[] {
  const listed = order.filter((name) => names.includes(name));
  return [...new Set([...listed, ...names])];
}
