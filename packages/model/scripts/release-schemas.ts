// Writes the schemas and the golden events of this version, once: npm run release:schema -w @sameteam/model
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { goldenEvents } from '../src/examples/golden-events.ts';
import { releasableSchemas } from '../src/versions/releasable-schemas.ts';
import { eventTypes } from '../src/vocabulary/event-types.ts';
import { schemaVersion } from '../src/vocabulary/schema-version.ts';
import { releasedFolder } from './read-released.ts';

const schemas = new URL(`${schemaVersion}.json`, releasedFolder);
const golden = new URL(`../golden/${schemaVersion}/`, import.meta.url);

if (existsSync(schemas)) {
  process.stderr.write(`Version ${schemaVersion} is released already and never changes. Raise schemaVersion first.\n`);
  process.exitCode = 1;
} else {
  await mkdir(releasedFolder, { recursive: true });
  await mkdir(golden, { recursive: true });
  for (const type of eventTypes) {
    await writeFile(new URL(`${type}.json`, golden), `${JSON.stringify(goldenEvents(type), null, 2)}\n`);
  }
  await writeFile(schemas, `${JSON.stringify(releasableSchemas(), null, 1)}\n`);
  process.stderr.write(`Version ${schemaVersion} is released.\n`);
}
