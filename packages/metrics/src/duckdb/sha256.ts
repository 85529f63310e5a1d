import { hash as digest, randomBytes } from 'node:crypto';
import type { Hash } from '../batch/content-digest.ts';
import type { EventBatchPlatform } from '../batch/event-batch-builder.ts';

/** SHA-256 of Node. */
export const sha256: Hash = (text) => digest('sha256', text, 'buffer');

/** Secrets that are drawn at once: asking the system for each costs 4 µs, 10 % of an import. */
const drawn = 4096;
const secretBytes = 16;

/** What a builder of batches needs, from Node. */
export const nodePlatform: EventBatchPlatform = { hash: sha256, secret: createSecrets() };

function createSecrets(): () => string {
  let pool = '';
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = randomBytes(drawn * secretBytes).toString('hex');
      at = 0;
    }
    const secret = pool.slice(at, at + 2 * secretBytes);
    at += 2 * secretBytes;
    return secret;
  };
}
