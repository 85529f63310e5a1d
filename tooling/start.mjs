// @ts-check
// `npm start`: from a fresh clone to a page in the browser.
import { requireNode } from './run/require-node.mjs';

await requireNode('start', () => import('./run/start-workspace.mjs'));
