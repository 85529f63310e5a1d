// @ts-check
// `npm test`: everything that must hold, from a fresh clone, ending with one line of counts.
import { requireNode } from './run/require-node.mjs';

await requireNode('test', () => import('./run/test-workspace.mjs'));
