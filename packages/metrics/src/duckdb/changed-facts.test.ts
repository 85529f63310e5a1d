import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginFactChange, deleteOutOfDate, factsToRead, forgetChanges } from './changed-facts.ts';
import { type Database, inTransaction, openDatabase } from './connection.ts';
import { createFactTablesSql, keptFacts } from './fact-tables.ts';
import { storeTables } from './schema.ts';
import type { TouchedFacts } from './touched-facts.ts';

const nobody: TouchedFacts = { leads: new Set(), opportunities: new Set(), companies: new Set() };

describe('rows of facts that are out of date', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openDatabase(':memory:', { readOnly: false });
    await database.run([...storeTables, ...createFactTablesSql(keptFacts, { temporary: false })].join('; '));
    await database.run("INSERT INTO meta VALUES ('kept_blocks', '9 9')");
    await database.run(`INSERT INTO touch_facts (lead, number, generation) VALUES (1, 1, 0), (1, 2, 0), (2, 1, 0), (3, 1, 0);
      INSERT INTO entry_facts (lead, opportunity, generation) VALUES (1, NULL, 0), (1, 7, 0), (2, 8, 0), (NULL, NULL, 0);
      INSERT INTO change_facts (company, lead, generation) VALUES (5, 1, 0), (6, 1, 0)`);
  });
  afterEach(() => database.close());

  const change = (most?: number) => beginFactChange(database, { touched: 1, ...(most === undefined ? {} : { most }) });

  async function rowsOf(grain: 'touches' | 'entries' | 'changes', columns: string): Promise<readonly string[]> {
    const tables = await factsToRead(database);
    const rows = await database.rows(`SELECT concat_ws(' ', ${columns}) FROM ${tables[grain]} ORDER BY ALL`);
    return rows.map(([text]) => String(text));
  }
  const touches = () => rowsOf('touches', 'lead, number, generation');
  const all = async (): Promise<number> => Number((await database.rows('SELECT count(*) FROM touch_facts'))[0]?.[0]);

  it('are left out where they are read, but not those that were written since', async () => {
    const { generation, staying, note } = await change();
    expect([...staying]).toContain('touches');
    await note({ ...nobody, leads: new Set([1]) });
    await database.run(`INSERT INTO touch_facts (lead, number, generation) VALUES (1, 1, ${generation})`);
    expect(await touches()).toEqual(['1 1 1', '2 1 0', '3 1 0']);
    expect(await all()).toBe(5);
  });

  it('are those of each change but the last', async () => {
    for (const leads of [[1, 2], [1]]) {
      const { generation, note } = await change();
      await note({ ...nobody, leads: new Set(leads) });
      for (const lead of leads)
        await database.run(`INSERT INTO touch_facts (lead, number, generation) VALUES (${lead}, 9, ${generation})`);
    }
    expect(await touches()).toEqual(['1 9 2', '2 9 1', '3 1 0']);
  });

  it('are those of a deal by the deal, of a lead by the lead where they are no deal’s, and of a company', async () => {
    const { note } = await change();
    await note({ leads: new Set([1]), opportunities: new Set([8]), companies: new Set([6]) });
    expect(await rowsOf('entries', 'coalesce(lead, 0), coalesce(opportunity, 0)')).toEqual(['0 0', '1 7']);
    expect(await rowsOf('changes', 'company')).toEqual(['5']);
  });

  it('are deleted at once where too many would be noted, and later changes are told from all that stood there', async () => {
    const first = await change();
    await first.note({ ...nobody, leads: new Set([1, 2]) });
    await database.run(`INSERT INTO touch_facts (lead, number, generation) VALUES (1, 1, ${first.generation})`);
    const second = await change(2);
    expect([...second.staying]).toEqual([]);
    expect(await all()).toBe(2);
    expect(await factsToRead(database)).toBe(keptFacts);
    const third = await change();
    await third.note({ ...nobody, leads: new Set([1]) });
    expect(third.generation).toBeGreaterThan(first.generation);
    expect(await touches()).toEqual(['3 1 0']);
  });

  it('are deleted when nobody waits, and there are none after that', async () => {
    const { note } = await change();
    await note({ leads: new Set([1]), opportunities: new Set([7]), companies: new Set([5, 6]) });
    const left = [await touches(), await rowsOf('entries', 'lead'), await rowsOf('changes', 'company')];
    await deleteOutOfDate(database);
    expect(await factsToRead(database)).toBe(keptFacts);
    expect([await touches(), await rowsOf('entries', 'lead'), await rowsOf('changes', 'company')]).toEqual(left);
    expect(left).toEqual([['2 1 0', '3 1 0'], ['', '2'], []]);
  });

  it('are none where stories are not kept, or all facts were made anew', async () => {
    await (await change()).note({ ...nobody, leads: new Set([1]) });
    await forgetChanges(database);
    expect(await touches()).toHaveLength(4);
    await database.run("DELETE FROM meta WHERE key = 'kept_blocks'");
    const { staying, note } = await change();
    await note({ ...nobody, leads: new Set([1]) });
    expect([staying.size, await factsToRead(database)]).toEqual([0, keptFacts]);
  });

  it('are what they were before work that failed', async () => {
    const failed = inTransaction(database, async () => {
      await (await change()).note({ ...nobody, leads: new Set([1]) });
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await touches()).toHaveLength(4);
  });
});
