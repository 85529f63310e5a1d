import type { Agreement } from '../agreement.ts';
import { headTeams } from '../effective/complete-document.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import { stageTerms } from '../vocabulary/stage-terms.ts';
import { isSameJson } from './same-json.ts';

/** Two documents that are to be compared. */
export interface DocumentPair {
  readonly before: Json;
  readonly after: Json;
}

/** Which values of two agreements were left to follow from others in both, so that they differ only with those. */
export interface Derived {
  /** Both without them. */
  readonly documents: DocumentPair;
  /** Whether every team that is part of no other signs. */
  readonly signers: boolean;
  /** Calendars in the agreement's time zone. */
  readonly calendars: readonly string[];
}

/**
 * Takes out what follows from other clauses in both agreements: who signs follows from the teams, the zone of a
 * calendar from that of the agreement, and who enters the terms of the stages from the teams. A normalised agreement
 * does not tell whether somebody wrote them.
 * @param calendarAfter the name after of a calendar before
 */
export function setAsideDerived(before: Agreement, after: Agreement, calendarAfter: (name: string) => string): Derived {
  const calendars = inOwnZone(before).filter((name) => inOwnZone(after).includes(calendarAfter(name)));
  const { signers, documents } = setAside(before, after, {
    before: calendars,
    after: calendars.map(calendarAfter),
  });
  return { documents, signers, calendars: calendars.map(calendarAfter) };
}

/** Two agreements for finding out what was renamed: no calendar has the zone of its agreement. */
export function documentsToMatch(before: Agreement, after: Agreement): DocumentPair {
  return setAside(before, after, { before: inOwnZone(before), after: inOwnZone(after) }).documents;
}

function inOwnZone({ calendars, timeZone }: Agreement): readonly string[] {
  return Object.keys(calendars).filter((name) => calendars[name]?.zone === timeZone);
}

interface CalendarNames {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function setAside(before: Agreement, after: Agreement, calendars: CalendarNames): Omit<Derived, 'calendars'> {
  const both = [before, after];
  const signers = both.every(({ signatures, teams }) => isSameJson(signatures.required, headTeams(teams)));
  const terms = Object.keys(stageTerms).filter((name) => both.every((agreement) => isDefaultTerm(agreement, name)));
  const orders = derivedOrders(before, after);
  const taken = [...orders, ...(signers ? ['signatures/required'] : []), ...terms.map((name) => `terms/${name}`)];
  const document = (agreement: Agreement, names: readonly string[]) =>
    // The section is absent where no metric is declared.
    without(
      { metrics: {}, ...agreement } as unknown as Json,
      new Set([...taken, ...names.map((name) => `calendars/${name}/zone`)]),
    );
  return {
    documents: { before: document(before, calendars.before), after: document(after, calendars.after) },
    signers,
  };
}

/**
 * Orders of overrides that only one of both has, since only one adds readiness or hand-offs there, and adds them last:
 * that is told with what is added.
 */
function derivedOrders(before: Agreement, after: Agreement): readonly string[] {
  const segments = Object.keys(before.overrides).filter((segment) => Object.hasOwn(after.overrides, segment));
  return segments.flatMap((segment) =>
    (['readiness', 'handOffs'] as const).flatMap((section) => {
      const said = [before, after].map((agreement) => orderSaid(agreement, segment, section));
      const [only, ...others] = said.filter((order) => order !== null);
      if (only === undefined || others.length > 0) return [];
      const agreement = said[0] === null ? after : before;
      const own = agreement.order[section].filter((name) => only.includes(name));
      return isSameJson(only.slice(0, own.length), own) ? [`overrides/${segment}/order/${section}`] : [];
    }),
  );
}

function orderSaid({ overrides }: Agreement, segment: string, section: string): readonly Json[] | null {
  const order = overrides[segment]?.order;
  const said = isJsonObject(order) ? order[section] : undefined;
  return Array.isArray(said) ? said : null;
}

function isDefaultTerm({ terms, teams }: Agreement, name: string): boolean {
  if (!Object.hasOwn(terms, name) || !Object.hasOwn(stageTerms, name)) return false;
  const { entered, ...term } = stageTerms[name as keyof typeof stageTerms];
  return isSameJson(
    terms[name] as unknown as Json,
    (Object.hasOwn(teams, entered) ? { ...term, entered } : term) as Json,
  );
}

function without(value: Json, taken: ReadonlySet<string>, path = ''): Json {
  if (!isJsonObject(value) || ![...taken].some((steps) => steps.startsWith(path))) return value;
  const kept = Object.entries(value).filter(([key]) => !taken.has(`${path}${key}`));
  return Object.fromEntries(
    kept.flatMap(([key, own]) => {
      const rest = without(own, taken, `${path}${key}/`);
      // An order of an override of which nothing remains is none.
      const isGone =
        key === 'order' && path !== '' && rest !== own && isJsonObject(rest) && Object.keys(rest).length === 0;
      return isGone ? [] : [[key, rest]];
    }),
  );
}
