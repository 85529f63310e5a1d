// @ts-check
import { parseArgs } from 'node:util';
import { PlainError } from './plain-error.mjs';

/** Where the simulated company lies, from the root. */
export const demoDatabase = '.sameteam/demo.duckdb';

/** @typedef {{ db: string | null, port: number, host: string, agreement: string | null, help: boolean }} StartOptions */

/** Text of `npm start -- --help`. */
export const startHelp = `npm start [-- options]

Installs, builds, makes the simulated company and serves it. What is there already is used again.

  --db FILE          serve this database instead of the simulated company
  --port N           port to listen on (4321)
  --host NAME        address to listen on (127.0.0.1: this machine only)
  --agreement FILE   agreement to judge by
`;

/**
 * @param {readonly string[]} args
 * @returns {StartOptions} `db` is null for the simulated company
 * @throws {PlainError} for an option or a port that does not exist
 */
export function parseStartOptions(args) {
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        db: { type: 'string' },
        port: { type: 'string', default: '4321' },
        host: { type: 'string', default: '127.0.0.1' },
        agreement: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('. ')[0];
    throw new PlainError(`Cannot start: ${why}. Options are --db FILE, --port N, --host NAME and --agreement FILE.`, {
      exitCode: 2,
      cause: error,
    });
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(
      `Cannot start: "${values.port}" is not a port. Give a whole number from 1 to 65535, such as --port 4321.`,
      {
        exitCode: 2,
      },
    );
  }
  return {
    db: values.db ?? null,
    port,
    host: values.host ?? '127.0.0.1',
    agreement: values.agreement ?? null,
    help: values.help ?? false,
  };
}
