import { createHash, randomBytes } from 'node:crypto';
import type { Hash } from '../batch/content-digest.ts';
import type { EventBatchPlatform } from '../batch/event-batch-builder.ts';

/** SHA-256 of Node. */
export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest();

/** What a builder of batches needs, from Node. */
export const nodePlatform: EventBatchPlatform = { hash: sha256, secret: () => randomBytes(16).toString('hex') };
