// Part of the build: fails when a released schema was changed in place. `node scripts/check-released.ts FOLDER` compares
// with the releases of another folder.

import { releasableSchemas } from '../src/versions/releasable-schemas.ts';
import { releasedFaults } from '../src/versions/released-check.ts';
import { upcasters } from '../src/versions/upcast-event.ts';
import { schemaVersion } from '../src/vocabulary/schema-version.ts';
import { readReleased } from './read-released.ts';

const released = await readReleased(process.argv[2]);
const faults = releasedFaults({ version: schemaVersion, current: releasableSchemas(), released, steps: upcasters });
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (!released.has(schemaVersion)) {
  process.stderr.write(`Version ${schemaVersion} is not released yet: npm run release:schema -w @sameteam/model\n`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
