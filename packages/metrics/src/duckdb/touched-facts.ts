import type { SubjectLinks } from './story-links.ts';

/** Subjects whose facts may have changed, by their numbers. */
export interface TouchedFacts {
  readonly leads: ReadonlySet<number>;
  readonly opportunities: ReadonlySet<number>;
  readonly companies: ReadonlySet<number>;
}

/** Kind of a subject, the part of its id before the slash. */
export type KindOf = (subject: number) => string;

/**
 * Whose facts may have changed by events of some subjects: their own, those whose story the events are part of, and those
 * that are made of such facts. A lead's story holds what is said of its contacts, of its and their companies, and of its
 * opportunities; facts of opportunities are made of those of their leads, facts of companies of both.
 * @param touched subjects of the events
 * @param links around all of them
 * @param options.withCompanyDeals whether the story of a lead holds the opportunities of its company
 */
export function touchedFacts(
  touched: Iterable<number>,
  links: Pick<SubjectLinks, 'of' | 'paired'>,
  { kindOf, withCompanyDeals }: { readonly kindOf: KindOf; readonly withCompanyDeals: boolean },
): TouchedFacts {
  const linked = (subjects: Iterable<number>, kind: string): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const subject of onesWith(subjects, links))
      for (const other of links.of(subject)) if (kindOf(other) === kind) found.add(other);
    return onesWith(found, links);
  };
  const own = onesWith(touched, links);
  const ofKind = (kind: string) => [...own].filter((subject) => kindOf(subject) === kind);
  const deals = ofKind('opportunity');
  const changed = new Set([...ofKind('company'), ...(withCompanyDeals ? linked(deals, 'company') : [])]);
  const people = new Set([...ofKind('contact'), ...linked(changed, 'contact')]);
  const leads = new Set([
    ...ofKind('lead'),
    ...linked(deals, 'lead'),
    ...linked(changed, 'lead'),
    ...linked(people, 'lead'),
  ]);
  // A deal names its company, which may be counted as another one now.
  const opportunities = new Set([...deals, ...linked(leads, 'opportunity'), ...linked(changed, 'opportunity')]);
  // A deal that names no company is its lead's, and a lead that names none that of its contact or of another deal.
  const owners = new Set([...leads, ...linked(opportunities, 'lead')]);
  const companies = new Set([
    ...changed,
    ...ofKind('company'),
    ...linked(people, 'company'),
    ...linked(opportunities, 'company'),
    ...linked(owners, 'company'),
    ...linked(linked(owners, 'contact'), 'company'),
    ...linked(linked(owners, 'opportunity'), 'company'),
  ]);
  return { leads, opportunities, companies };
}

/** Subjects with all that were ever said to be one with them: what is counted as what may have changed for each. */
function onesWith(subjects: Iterable<number>, { paired }: Pick<SubjectLinks, 'paired'>): ReadonlySet<number> {
  const all = new Set(subjects);
  // A set goes on to what is added while it is walked.
  for (const subject of all) for (const other of paired(subject)) all.add(other);
  return all;
}
