import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/import/import-result.ts';
import { importInto } from '../support/import-into.ts';
import { seeded } from '../support/seeded.ts';
import { query, storedLog, storedQuarantine } from '../support/stored-log.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { leadsHeader, leadsMap } from '../support/test-import.ts';

const rows = 60_000;

/**
 * A file that is worth threads: rows of its own, rows that stand there before, some of them changed, broken rows, quoted
 * line breaks and values that the model refuses.
 */
function largeExport(): string {
  const random = seeded(5);
  const lines = [leadsHeader];
  const row = (lead: number, channel: string) =>
    `L${lead},2026-01-${String((lead % 28) + 1).padStart(2, '0')},p${lead}@company.example,"Company ${lead}, of a long name",${channel}\n`;
  for (let lead = 0; lead < rows; lead++) {
    const chance = random();
    if (chance < 0.002) lines.push(row(Math.floor(random() * lead), 'email'));
    else if (chance < 0.004) lines.push(row(Math.floor(random() * lead), 'changed'));
    else if (chance < 0.005) lines.push(`L${lead},2026-01-02\n`);
    else if (chance < 0.006) lines.push(`L${lead},2026-13-02,p@company.example,"Two\nlines",email\n`);
    else if (chance < 0.007) lines.push(`L${lead},2026-01-02,nobody,Acme,email\n`);
    else if (chance < 0.008) lines.push(`L${lead},2026-01-02,p@company.example,"Bro"ken,email\n`);
    lines.push(row(lead, 'email'));
  }
  return lines.join('');
}

describe('threads that read', () => {
  it('change nothing: neither the log nor the quarantine, nor their order', { timeout: 120_000 }, async () => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'map.yaml'), leadsMap);
    writeFileSync(join(cwd, 'leads.csv'), largeExport());
    const outcomes: { result: Omit<ImportResult, 'seconds'>; log: unknown; order: unknown; quarantine: unknown }[] = [];
    for (const threads of [0, 1, 3]) {
      const path = join(cwd, `leads-${threads}.duckdb`);
      const engine = await openDuckDbEngine({ path });
      const { seconds: _, ...result } = await importInto(engine, ['leads.csv'], { cwd, threads });
      await engine.close();
      outcomes.push({
        result,
        log: await storedLog(path),
        order: await query(path, 'SELECT id FROM event_texts ORDER BY seq'),
        quarantine: await storedQuarantine(path),
      });
    }
    const [one, two, four] = outcomes;
    expect(one?.result.quarantined).toBeGreaterThan(200);
    expect(one?.result.duplicates).toBeGreaterThan(50);
    expect(new Set(one?.result.reasons.map(({ code }) => code))).toEqual(
      new Set(['conflict', 'too-few-cells', 'wrong-date-order', 'wrong-form', 'bad-quote']),
    );
    expect(two).toEqual(one);
    expect(four).toEqual(one);
  });
});
