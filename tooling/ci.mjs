// @ts-check
// `.ci/run`: every suite, ending with one line of the counts of all.
import { requireNode } from './run/require-node.mjs';

await requireNode('test', () => import('./run/all-suites.mjs'));
