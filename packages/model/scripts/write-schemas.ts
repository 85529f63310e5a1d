// Writes the published files and docs/model.md: npm run schema -w @sameteam/model
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { modelReference } from '../src/docs/model-reference.ts';
import { publishedFiles } from '../src/schema/published-files.ts';

const folder = new URL('../schema/', import.meta.url);
const files = publishedFiles();

await rm(folder, { recursive: true, force: true });
for (const part of ['', 'examples/', 'csv/']) await mkdir(new URL(part, folder), { recursive: true });
for (const [path, text] of files) await writeFile(new URL(path, folder), text);
await writeFile(new URL('../../../docs/model.md', import.meta.url), modelReference());
process.stderr.write(`${files.size} files written to ${folder.pathname}\n`);
