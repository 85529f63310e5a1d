import type { CommandContext } from '../context.ts';
import { styleOf } from '../terminal/style.ts';

/** What `sameteam serve` prints with `--json`. */
export interface Served {
  readonly url: string;
  readonly db: string;
  readonly events: number;
  readonly leads: number;
  readonly agreement: string;
  /** Whether leads are taken. */
  readonly ingest: boolean;
}

/** Options that decide what is said. */
export interface TellOptions {
  /** Origins of pages that may embed; `*` is every page. */
  readonly allowOrigin?: readonly string[];
  readonly agreement?: string;
  readonly json?: boolean;
}

interface Told {
  readonly served: Served;
  /** Why no leads are taken, for who did not ask for that. */
  readonly notice: string | null;
  readonly needsToken: boolean;
}

/** Says what is served, where, and to whom: the address on standard output, all else beside it. */
export function tellServed(
  { served, notice, needsToken }: Told,
  { json, allowOrigin = [], agreement }: TellOptions,
  { stdout, stderr, env }: Pick<CommandContext, 'stdout' | 'stderr' | 'env'>,
): void {
  if (allowOrigin.length > 0) {
    const pages = allowOrigin.includes('*') ? 'every address' : allowOrigin.join(', ');
    const may = served.ingest ? 'embed it, read every number and send leads' : 'embed it and read every number';
    stderr.write(`Pages of ${pages} may ${may}.\n`);
  }
  if (notice !== null) stderr.write(`${notice}\n`);
  if (served.ingest && agreement !== undefined)
    stderr.write(`The agreement ${agreement} judges ${served.db} from the first lead on that arrives here.\n`);
  if (json) {
    stdout.write(`${JSON.stringify(served)}\n`);
    return;
  }
  const style = styleOf(stdout, env);
  const count = new Intl.NumberFormat('en');
  stderr.write(`${served.db}: ${count.format(served.leads)} leads, ${count.format(served.events)} events\n`);
  stdout.write(`${style.bold('Sameteam')} is at ${style.cyan(served.url)}\n`);
  const token = needsToken ? ', with the token: -H "Authorization: Bearer …"' : '';
  if (served.ingest) stderr.write(`Leads: POST ${served.url}/v1/leads${token}\n`);
  stderr.write(`${styleOf(stderr, env).dim('Ctrl-C stops it.')}\n`);
}
