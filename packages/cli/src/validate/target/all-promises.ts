import type { ConformancePromise } from './conformance-promise.ts';
import { answers } from './promises/answers.ts';
import { badEventPromises } from './promises/bad-events.ts';
import { badRequests } from './promises/bad-requests.ts';
import { contentModes } from './promises/content-modes.ts';
import { flatLeads } from './promises/flat-leads.ts';
import { identity } from './promises/identity.ts';
import { versions } from './promises/versions.ts';

/** Every promise of the ingest contract, in the order in which they are tried. */
export const allPromises: readonly ConformancePromise[] = [
  ...contentModes,
  ...answers,
  ...identity,
  ...badEventPromises,
  ...versions,
  ...badRequests,
  ...flatLeads,
];
