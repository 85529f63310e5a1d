import type { Output } from '../context.ts';

/** Progress of making the simulated company, told while it is made. */
export interface DemoProgress {
  /** Called with the number of events written so far and the instant of the last of them, UTC milliseconds. */
  readonly onEvents: (events: number, atMs: number) => void;
  /** Called when all events are written and the facts are derived. */
  readonly onCommit: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/**
 * Tells how far the company is, on standard error in one line that is written over. Whoever is no terminal hears
 * nothing: `npm start` counts the seconds itself, and shows what is written here only when something fails.
 */
export function demoProgress(stderr: Output): DemoProgress {
  const count = new Intl.NumberFormat('en');
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  let events = 0;
  let wasTold = false;
  const tell = (doing: string) => {
    if (!stderr.isTerminal) return;
    wasTold = true;
    stderr.write(`\r\u001b[KMaking the simulated company: ${doing}`);
  };
  return {
    onEvents(written, atMs) {
      events = written;
      tell(`${month.format(atMs)}, ${count.format(events)} events`);
    },
    onCommit: () => tell(`deriving the facts of ${count.format(events)} events`),
    end() {
      if (wasTold) stderr.write('\r\u001b[K');
    },
  };
}
