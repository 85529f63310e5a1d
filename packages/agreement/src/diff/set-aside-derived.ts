import type { Agreement } from '../agreement.ts';
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
 */
export function setAsideDerived(before: Agreement, after: Agreement): Derived {
  const both = [before, after];
  const signers = both.every(({ signatures, teams }) => isSameJson(signatures.required, heads(teams)));
  const isInZone = (name: string) =>
    both.every(({ calendars, timeZone }) => Object.hasOwn(calendars, name) && calendars[name]?.zone === timeZone);
  const calendars = Object.keys(before.calendars).filter(isInZone);
  const terms = Object.keys(stageTerms).filter((name) => both.every((agreement) => isDefaultTerm(agreement, name)));
  const taken = new Set([
    ...(signers ? ['signatures/required'] : []),
    ...calendars.map((name) => `calendars/${name}/zone`),
    ...terms.map((name) => `terms/${name}`),
  ]);
  const documents = {
    before: without(before as unknown as Json, taken),
    after: without(after as unknown as Json, taken),
  };
  return { documents, signers, calendars };
}

/** The teams that are part of no other. */
export function heads(teams: Agreement['teams']): readonly string[] {
  return Object.keys(teams).filter((name) => teams[name]?.partOf === undefined);
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
  return Object.fromEntries(kept.map(([key, own]) => [key, without(own, taken, `${path}${key}/`)]));
}
