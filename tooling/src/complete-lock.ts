// `npm run lock`: gives package-lock.json an entry for each optional dependency, after npm has written it.
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock, type LockFile, missingOptionals } from './lock/complete-lock.ts';

const path = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
const missing = missingOptionals(lock);
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
process.stdout.write(`${missing.length} entries were missing from package-lock.json\n`);
