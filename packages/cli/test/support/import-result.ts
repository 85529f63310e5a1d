import { expect } from 'vitest';
import type { ImportResult } from '../../src/import/import-result.ts';
import { jsonOf, type RunOptions, sameteam } from './sameteam.ts';

/** The result of an import, and what it said beside. */
export interface Imported extends ImportResult {
  readonly exit: number;
  readonly stderr: string;
}

/**
 * Imports files and reads the JSON object that is printed, which must hold that every data row came to exactly one end.
 * @param args what follows `sameteam import`; `--json` is added
 */
export async function importJson(args: readonly string[], options: RunOptions): Promise<Imported> {
  const ran = await sameteam(['import', ...args, '--json'], options);
  expect(ran, ran.stderr).toMatchObject({ exit: expect.toSatisfy((exit: number) => exit === 0 || exit === 3) });
  const result = jsonOf<ImportResult>(ran);
  expect(result.accepted + result.duplicates + result.quarantined).toBe(result.read);
  expect(ran.exit).toBe(result.quarantined > 0 ? 3 : 0);
  return { ...result, exit: ran.exit, stderr: ran.stderr };
}
