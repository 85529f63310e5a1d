import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterEach, describe } from 'vitest';
import { keepsVersions } from '../support/keeps-versions.ts';

describe('the versions of the agreement in a database file', () => {
  const folders: string[] = [];

  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  keepsVersions(() => {
    const folder = mkdtempSync(join(tmpdir(), 'sameteam-versions-'));
    folders.push(folder);
    return (judging) => openDuckDbEngine({ path: join(folder, 'team.duckdb'), ...judging });
  });
});
