// Writes the published files: npm run schema -w @sameteam/model
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { publishedSchemas } from '../src/schema/published-schemas.ts';

const folder = new URL('../schema/', import.meta.url);
const schemas = publishedSchemas();

await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (file.endsWith('.json')) await rm(new URL(file, folder));
for (const [name, schema] of schemas) {
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
process.stderr.write(`${schemas.size} files written to ${folder.pathname}\n`);
