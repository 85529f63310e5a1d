// @ts-check
// `npm run test:statistics` and its like: one suite beside `npm test`, ending with one line of counts.
import { requireNode } from './run/require-node.mjs';

await requireNode('test', () => import('./run/run-suite.mjs'));
