import { eventRank } from '@sameteam/model';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';
import { queryParams } from './query-params.ts';
import { integers } from './sql-text.ts';
import type { VisibleEvents } from './visible-events.ts';

/** Kinds of subjects whose stories depend on one another. */
const kinds = ['lead', 'contact', 'company', 'opportunity'];

/** A pair of records that are one is no link, and a campaign links nobody. */
const unlinking = ['record.linked', 'record.unlinked', 'campaign.member_changed'] as const;

/** The condition on `refs` that a row links two subjects whose facts depend on one another. */
export const linkingSql = `type NOT IN (${integers(unlinking.map((type) => eventRank(type)))}) AND ${kindSql('subject')} AND ${kindSql('other')}`;

/** The condition that a subject is of one of the kinds that have stories. */
export function kindSql(column: string): string {
  return `substring(${column}, 1, position(${column}, '/') - 1) IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
}

/**
 * All subjects that are linked with others, in groups whose facts depend on one another. O(links).
 * @returns records as events name them: of those that are counted as one, all
 */
export async function linkedGroups(
  database: Database,
  visible: VisibleEvents,
): Promise<readonly (readonly string[])[]> {
  const params = queryParams();
  const blocks = await database.blocks(
    `SELECT DISTINCT subject, other FROM ${database.table('refs')} WHERE is_own = 1 AND ${linkingSql} AND ${visible.sql(params)}`,
    params.values,
  );
  const groups = subjectGroups();
  for (const { count, columns } of blocks) {
    const { subject, other } = columns;
    if (subject?.kind !== 'texts' || other?.kind !== 'texts') throw new TypeError('Columns of texts were expected.');
    for (let row = 0; row < count; row++) groups.join(subject.texts.at(row), other.texts.at(row));
  }
  for (const [record, root] of visible.roots) groups.join(record, root);
  return groups.all();
}

/** Joins subjects to groups: union by size, paths halved. */
function subjectGroups() {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const parent: number[] = [];
  const size: number[] = [];
  const numberOf = (name: string): number => {
    let number = numbers.get(name);
    if (number === undefined) {
      number = names.push(name) - 1;
      numbers.set(name, number);
      parent.push(number);
      size.push(1);
    }
    return number;
  };
  const root = (number: number): number => {
    let at = number;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  return {
    join(a: string, b: string): void {
      const first = root(numberOf(a));
      const second = root(numberOf(b));
      if (first === second) return;
      const [small, large] = (size[first] as number) < (size[second] as number) ? [first, second] : [second, first];
      parent[small] = large;
      size[large] = (size[large] as number) + (size[small] as number);
    },
    all(): readonly (readonly string[])[] {
      const groups = new Map<number, string[]>();
      for (const [number, name] of names.entries()) {
        const of = root(number);
        const known = groups.get(of);
        if (known === undefined) groups.set(of, [name]);
        else known.push(name);
      }
      return [...groups.values()];
    },
  };
}

/**
 * The subjects that the facts of some depend on, these included: everything that is linked with them, directly or not.
 * @returns `null` where those are more than `most`
 */
export async function groupsAround(
  database: Database,
  visible: VisibleEvents,
  { subjects, most }: { readonly subjects: Iterable<string>; readonly most: number },
): Promise<ReadonlySet<string> | null> {
  const found = new Set<string>();
  let frontier: string[] = [];
  const add = (subject: string) => {
    for (const member of visible.members.get(visible.roots.get(subject) ?? subject) ?? [subject]) {
      if (found.has(member)) continue;
      found.add(member);
      frontier.push(member);
    }
  };
  for (const subject of subjects) add(subject);
  while (frontier.length > 0 && found.size <= most) {
    const from = frontier;
    frontier = [];
    for (const part of bindableParts(from)) {
      const params = queryParams();
      const those = params.bind(part, 'Array(String)');
      const rows = await database.query(
        `SELECT DISTINCT other FROM ${database.table('refs')} WHERE subject IN ${those} AND ${linkingSql} AND ${visible.sql(params)}`,
        params.values,
      );
      for (const { other } of rows) add(String(other));
    }
  }
  return found.size > most ? null : found;
}
