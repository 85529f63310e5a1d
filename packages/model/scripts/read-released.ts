import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { SchemaSet } from '../src/versions/released-check.ts';

/** Where the released schemas lie: `1.0.json`, `1.1.json`, … None of them is ever changed. */
export const releasedFolder = new URL('../released/', import.meta.url);

/** Reads what was released: version -> schemas. */
export async function readReleased(folder?: string): Promise<ReadonlyMap<string, SchemaSet>> {
  const from = folder === undefined ? releasedFolder : pathToFileURL(`${folder}/`);
  const versions = (await readdir(from)).flatMap((file) => /^([0-9]+\.[0-9]+)\.json$/.exec(file)?.[1] ?? []);
  const sets = versions.map(async (version): Promise<[string, SchemaSet]> => {
    return [version, JSON.parse(await readFile(new URL(`${version}.json`, from), 'utf8'))];
  });
  return new Map(await Promise.all(sets));
}
