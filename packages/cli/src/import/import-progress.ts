import type { Output } from '../context.ts';
import type { ImportTally } from './import-tally.ts';

/** Progress of an import, told while it runs. */
export interface ImportProgress {
  /** Called with the bytes that were read. */
  readonly onBytes: (bytes: number) => void;
  /** Called when a batch has been appended. */
  readonly step: () => void;
  /** Called when all rows are in and the facts are derived. */
  readonly commit: () => void;
  readonly end: () => void;
}

/** A terminal is told often, a log rarely. */
const terminalMs = 200;
const logMs = 10_000;

/**
 * Tells rows, rows per second, rejects and the remaining time on standard error: on a terminal in one line that is
 * written over, else as a line every ten seconds.
 */
export function importProgress(
  stderr: Output,
  {
    totalBytes,
    tally,
    now,
    quiet,
  }: { readonly totalBytes: number; readonly tally: ImportTally; readonly now: () => number; readonly quiet: boolean },
): ImportProgress {
  const startMs = now();
  let bytes = 0;
  let toldMs = startMs;
  let wasTold = false;
  const tell = (line: string) => stderr.write(stderr.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  return {
    onBytes(read) {
      bytes += read;
    },
    step() {
      const at = now();
      if (quiet || at - toldMs < (stderr.isTerminal ? terminalMs : logMs)) return;
      toldMs = at;
      wasTold = true;
      const seconds = Math.max(0.001, (at - startMs) / 1000);
      const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
      const left = share === 0 ? 0 : (seconds / share) * (1 - share);
      const rejects = tally.quarantined === 0 ? 'no rejects' : `${count(tally.quarantined)} rejected`;
      const line = `${count(tally.read)} rows, ${count(Math.round(tally.read / seconds))} a second, ${rejects}, ${Math.ceil(left)} s left`;
      tell(line);
    },
    commit() {
      if (wasTold) tell(`${count(tally.read)} rows read, deriving the facts`);
    },
    end() {
      if (wasTold && stderr.isTerminal) stderr.write('\r\u001b[K');
    },
  };
}

/**
 * A count with its noun.
 * @example counted(1, 'lead') // '1 lead'
 */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A count with thousands apart. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
