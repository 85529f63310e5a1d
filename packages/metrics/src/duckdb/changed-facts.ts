import { type FactGrain, factGrains } from '../facts/schema/fact-schema.ts';
import { amongNumbers } from './among-numbers.ts';
import { appendColumns, constant32, integers32 } from './append-columns.ts';
import type { Database } from './connection.ts';
import { type FactTables, generationColumn, keptFacts } from './fact-tables.ts';
import { keptUpTo } from './kept-stories.ts';
import type { TouchedFacts } from './touched-facts.ts';

/**
 * To delete the old rows of 1,000 leads takes as long as to go through all rows of their grains, and no longer than to
 * delete those of 60,000. In a store that keeps stories they stay for a while: it is noted whose rows are out of date, and
 * whoever reads those grains leaves them out, until there are so many that all are deleted at once. See decision 32.
 */
const mostNoted = 100_000;

/** Those whose rows may be out of date, each kind in a table. */
const noteTables = {
  leads: 'changed_leads',
  opportunities: 'changed_opportunities',
  companies: 'changed_companies',
} as const satisfies Record<keyof TouchedFacts, string>;

type Owner = keyof typeof noteTables;
const owners = Object.keys(noteTables) as readonly Owner[];

/**
 * Grains whose old rows may stay, and SQL of the numbers of those whose rows they are: of an owner of any kind. Leads change
 * at once, because how many of them had facts is known of what is deleted.
 */
const ownerSql = {
  cycles: { leads: 'lead' },
  // An entry of a deal names its lead too, and is the deal's.
  entries: { opportunities: 'opportunity', leads: 'CASE WHEN opportunity IS NULL THEN lead END' },
  opportunities: { opportunities: 'opportunity' },
  spans: { opportunities: 'opportunity' },
  companies: { companies: 'company' },
  changes: { companies: 'company' },
  touches: { leads: 'lead' },
  meetings: { leads: 'lead' },
} as const satisfies Partial<Record<FactGrain, Partial<Record<Owner, string>>>>;

type StayingGrain = keyof typeof ownerSql;
const grains = factGrains.filter((grain): grain is StayingGrain => grain in ownerSql);
const keysOf = (grain: StayingGrain) => Object.entries(ownerSql[grain]) as readonly (readonly [Owner, string])[];

/** Condition that a row `f` is out of date by a note `n` of its owner. */
const outOfDateSql = (owner: string) => `n.number = ${owner} AND n.${generationColumn} > f.${generationColumn}`;

/** Where facts are read while rows are out of date: in place of a table the rows of it that are not. */
const currentFacts: FactTables = {
  ...keptFacts,
  ...Object.fromEntries(
    grains.map((grain) => {
      const left = keysOf(grain).map(([owner, key]) => `ANTI JOIN ${noteTables[owner]} n ON ${outOfDateSql(key)}`);
      return [grain, `(FROM ${keptFacts[grain]} f ${left.join(' ')})`];
    }),
  ),
};

/** What is noted. */
interface Noted {
  /** How many leads, deals and companies are noted; 0 where no row is out of date. */
  readonly count: number;
  /** Of the last change that was noted. Later ones have a greater number, by which their rows are told from older ones. */
  readonly generation: number;
}

const noted = 'changed_facts';

async function notedIn(database: Database): Promise<Noted> {
  const [row] = await database.query(`SELECT value FROM meta WHERE key = '${noted}'`);
  const [count = 0, generation = 0] = String(row?.value ?? '0 0')
    .split(' ')
    .map(Number);
  return { count, generation };
}

/** Where all kept facts of a store are read. */
export async function factsToRead(database: Database): Promise<FactTables> {
  return (await notedIn(database)).count === 0 ? keptFacts : currentFacts;
}

/** How the facts of a few subjects are made again. */
export interface FactChange {
  /** Of the rows that are written. Where nothing is noted it may be that of older rows: the next note has a greater one. */
  readonly generation: number;
  /** Grains whose old rows stay; those of others are deleted. */
  readonly staying: ReadonlySet<FactGrain>;
  /** To be called when it is known whose rows are out of date. */
  note(touched: TouchedFacts): Promise<void>;
}

/**
 * Decides how facts are made again. Runs in the transaction of the import, whose failure takes back what is noted.
 * @param options.touched subjects of its events, fewer than the owners that will be noted for them
 * @param options.most owners, from which on nothing more is noted
 */
export async function beginFactChange(
  database: Database,
  { touched, most = mostNoted }: { readonly touched: number; readonly most?: number },
): Promise<FactChange> {
  const before = await notedIn(database);
  if ((await keptUpTo(database)).seq === 0 || before.count + touched > most) {
    await deleteOutOfDate(database);
    return { generation: before.generation, staying: new Set(), note: async () => undefined };
  }
  const generation = before.generation + 1;
  return { generation, staying: new Set(grains), note: (changed) => note(database, changed, generation) };
}

async function note(database: Database, touched: TouchedFacts, generation: number): Promise<void> {
  const makes = owners.map(
    (owner) => `CREATE TABLE IF NOT EXISTS ${noteTables[owner]} (number INTEGER, ${generationColumn} INTEGER)`,
  );
  await database.run(makes.join('; '));
  for (const owner of owners) {
    const numbers = Int32Array.from(touched[owner]);
    if (numbers.length === 0) continue;
    const table = noteTables[owner];
    await database.run(`DELETE FROM ${table} WHERE number ${await amongNumbers(database, table, numbers)}`);
    const columns = [integers32(numbers), constant32(numbers.length, generation)];
    await appendColumns(database.connection, table, numbers.length, columns);
  }
  const counts = owners.map((owner) => `(SELECT count(*) FROM ${noteTables[owner]})`);
  await database.run(`DELETE FROM meta WHERE key = '${noted}';
    INSERT INTO meta SELECT '${noted}', concat_ws(' ', ${counts.join(' + ')}, ${generation})`);
}

/** Deletes the rows that are out of date. Runs in whatever transaction is open. */
export async function deleteOutOfDate(database: Database): Promise<void> {
  const { count, generation } = await notedIn(database);
  if (count === 0) return;
  const deletions = grains.flatMap((grain) =>
    keysOf(grain).map(
      ([owner, key]) => `DELETE FROM ${keptFacts[grain]} f USING ${noteTables[owner]} n WHERE ${outOfDateSql(key)}`,
    ),
  );
  const forgets = owners.map((owner) => `DELETE FROM ${noteTables[owner]}`);
  const value = `UPDATE meta SET value = '0 ${generation}' WHERE key = '${noted}'`;
  await database.run([...deletions, ...forgets, value].join('; '));
}

/** Forgets all notes, as when all facts are made anew. */
export async function forgetChanges(database: Database): Promise<void> {
  const drops = owners.map((owner) => `DROP TABLE IF EXISTS ${noteTables[owner]}`);
  await database.run([...drops, `DELETE FROM meta WHERE key = '${noted}'`].join('; '));
}
