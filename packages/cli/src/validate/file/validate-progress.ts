import type { Output } from '../../context.ts';
import { count } from '../../import/import-progress.ts';
import { cutText } from '../../terminal/text-width.ts';
import type { ValidationTally } from './validation-tally.ts';

/** Progress of a long file, told while it is read. */
export interface ValidateProgress {
  /** Called with the bytes that were read. */
  readonly step: (bytes: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const everyMs = 200;

/** Tells items, items per second, what was refused and the remaining time, in one line of a terminal that is written over. */
export function validateProgress(
  stderr: Output,
  {
    totalBytes,
    tally,
    now,
  }: { readonly totalBytes: number | null; readonly tally: ValidationTally; readonly now: () => number },
): ValidateProgress {
  const startMs = now();
  let toldMs = startMs;
  let bytes = 0;
  let wasTold = false;
  return {
    step(read) {
      bytes += read;
      if (!stderr.isTerminal || now() - toldMs < everyMs) return;
      toldMs = now();
      wasTold = true;
      const seconds = (toldMs - startMs) / 1000;
      const parts = [
        `${count(tally.read)} items`,
        `${count(Math.round(tally.read / seconds))} a second`,
        `${count(tally.quarantined)} refused`,
      ];
      if (totalBytes !== null) parts.push(`${Math.ceil((seconds * Math.max(0, totalBytes - bytes)) / bytes)} s left`);
      stderr.write(`\r\u001b[K${cutText(parts.join(', '), stderr.columns - 1)}`);
    },
    end() {
      if (wasTold) stderr.write('\r\u001b[K');
    },
  };
}
