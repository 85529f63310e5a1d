import type { Engine } from '@sameteam/metrics';
import type { ImportResult } from '../../src/import/import-result.ts';
import { importTables } from '../../src/import/import-tables.ts';
import { prepareImport } from '../../src/import/prepare-import.ts';
import { testContext } from '../../src/test-support/test-context.ts';

/** Imports `files` of a folder by its `map.yaml` into an engine. */
export async function importInto(
  engine: Engine,
  files: readonly string[],
  { cwd, threads }: { readonly cwd: string; readonly threads?: number },
): Promise<ImportResult> {
  const context = testContext({ cwd });
  const prepared = await prepareImport(files, 'map.yaml', context);
  return importTables(prepared, {
    engine,
    options: { json: true },
    context,
    ...(threads === undefined ? {} : { threads }),
  });
}
