import { amongNumbers } from './among-numbers.ts';
import type { Database } from './connection.ts';
import type { KeptReader } from './kept-reader.ts';
import { readNumbers } from './read-numbers.ts';
import { integers } from './sql-text.ts';
import type { LinkedSubjects } from './story-chunks.ts';
import { apartRanks, linkRanks, memberRank } from './story-ranks.ts';

/** Events that name somebody and link nothing: a member of a campaign has nothing to do with the next one. */
const apart = integers([memberRank, ...linkRanks]);

/** All subjects of stories with what links them: facts of subjects that are not linked do not depend on one another. */
export async function allLinkedSubjects(
  database: Database,
  { visible, roots }: { readonly visible: string; readonly roots: ReadonlyMap<number, number> },
): Promise<LinkedSubjects> {
  const [members, events] = (await readNumbers(
    database,
    `SELECT subject, sum(n)::BIGINT FROM (
        SELECT subject, count(*) AS n FROM events WHERE type NOT IN (${integers(apartRanks)}) AND ${visible} GROUP BY subject
        UNION ALL SELECT other, 0 FROM refs UNION ALL SELECT subject, 0 FROM roots UNION ALL SELECT root, 0 FROM roots)
      GROUP BY subject ORDER BY subject`,
  )) as readonly [Float64Array, Float64Array];
  const [from, to] = (await readNumbers(
    database,
    `SELECT DISTINCT subject, other FROM refs WHERE type NOT IN (${apart})`,
  )) as readonly [Float64Array, Float64Array];
  return {
    members: Int32Array.from(members),
    events: Int32Array.from(events),
    pairs: [
      [from, to],
      [[...roots.keys()], [...roots.values()]],
    ],
  };
}

/** Who is linked with whom, around some subjects. */
export interface SubjectLinks {
  /** All that are linked with them, be it through others, and themselves; ascending. */
  readonly members: readonly number[];
  /** Those that a subject is named together with. */
  readonly of: (subject: number) => Iterable<number>;
  /** Whether any of them is named as a member of a campaign. */
  readonly hasMembers: boolean;
  /** Those that were said to be one with a subject at any time. */
  readonly paired: (subject: number) => Iterable<number>;
}

/**
 * Finds all that are linked with some subjects, hop by hop.
 * @param options.hasLinks whether any record was said to be one with another
 * @param options.kept is read for all of them
 */
export async function linksAround(
  database: Database,
  subjects: Iterable<number>,
  { hasLinks, kept }: { readonly hasLinks: boolean; readonly kept: KeptReader },
): Promise<SubjectLinks> {
  const links = new Map<number, Set<number>>();
  const pairs = new Map<number, Set<number>>();
  const members = new Set(subjects);
  let next = [...members];
  let hasMembers = false;
  const without = hasLinks ? '' : ` AND type NOT IN (${integers(linkRanks)})`;
  const after = kept.upTo.seq === 0 ? '' : ` AND seq > ${kept.upTo.seq}`;
  while (next.length > 0) {
    const found = new Set<number>();
    const link = (a: number, b: number, type: number): void => {
      if (type === memberRank) {
        hasMembers = true;
        return;
      }
      const into = linkRanks.includes(type) ? pairs : links;
      addTo(into, a, b);
      addTo(into, b, a);
      for (const one of [a, b]) if (!members.has(one)) found.add(one);
    };
    await kept.read(next);
    for (const subject of next) for (const { other, type } of kept.linksOf(subject)) link(subject, other, type);
    const among = await amongNumbers(database, 'linked', next);
    const [from, to, type] = (await readNumbers(
      database,
      `SELECT DISTINCT subject, other, type FROM refs WHERE ((subject ${among} AND type <> ${memberRank}) OR other ${among})${without}${after}`,
    )) as readonly [Float64Array, Float64Array, Float64Array];
    for (let at = 0; at < from.length; at++) link(from[at] as number, to[at] as number, type[at] as number);
    for (const one of found) members.add(one);
    next = [...found];
  }
  return {
    members: [...members].sort((a, b) => a - b),
    hasMembers,
    of: (subject) => links.get(subject) ?? [],
    paired: (subject) => pairs.get(subject) ?? [],
  };
}

function addTo(links: Map<number, Set<number>>, from: number, to: number): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, new Set([to]));
  else known.add(to);
}
