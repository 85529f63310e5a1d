// `npm run check:borders`: the check that the tests run, alone and at once.
import { fileURLToPath } from 'node:url';
import { checkBorders, formatViolation } from './borders.ts';

const violations = checkBorders(fileURLToPath(new URL('../..', import.meta.url)));
for (const violation of violations) process.stdout.write(`${formatViolation(violation)}\n`);
process.stderr.write(violations.length === 0 ? 'All borders hold.\n' : `${violations.length} borders are breached.\n`);
process.exitCode = violations.length === 0 ? 0 : 1;
