import { hash as digest, randomFillSync } from 'node:crypto';
import type { Hash } from '../batch/content-digest.ts';
import type { EventBatchPlatform } from '../batch/event-batch-builder.ts';

/**
 * SHA-256 of Node, in hex: a buffer for each would cost three times as much as the hash itself.
 * @example
 * sha256('abc').slice(0, 8) // 'ba7816bf'
 */
export const sha256: Hash = (text) => digest('sha256', text, 'hex');

/** Secrets that are drawn at once: asking the system for each costs 4 µs, 10 % of an import. */
const drawn = 4096;
const secretBytes = 16;

/**
 * What a builder of batches needs, from Node.
 * @example
 * nodePlatform.secret().length // 16
 */
export const nodePlatform: EventBatchPlatform = { hash: sha256, secret: createSecrets() };

function createSecrets(): () => Uint8Array {
  const pool = new Uint8Array(drawn * secretBytes);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += secretBytes;
    return pool.subarray(at - secretBytes, at);
  };
}
