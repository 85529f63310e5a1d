import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AgreementIssue } from '@sameteam/agreement';

/** What came of running a program: the JSON of its default export, the faults that it found itself, or why it has none. */
export type ModuleResult =
  | { readonly json: string }
  | { readonly issues: readonly AgreementIssue[] }
  | { readonly why: string };

// Run in a thread of its own: a program that never ends, ends the process or prints must not do so to the command.
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const kind = (value) => value === null ? 'null' : Array.isArray(value) ? 'a list' : value instanceof Promise ? 'a promise'
  : typeof value === 'object' ? value.constructor?.name === 'Object' || !value.constructor ? null : 'a ' + value.constructor.name
  : typeof value === 'undefined' ? 'nothing' : 'a ' + typeof value;
import(workerData).then(({ default: value }) => {
  const strange = kind(value);
  if (value === undefined) return { why: 'it has no default export' };
  return strange === null ? { json: JSON.stringify(value) } : { why: 'its default export is ' + strange };
}).catch((cause) => {
  const { code, params, name } = cause ?? {};
  if (name === 'AgreementError' && code === 'invalid-agreement') return { issues: params.issues };
  return { why: String(cause?.message ?? cause).split('\\n')[0] };
}).then((result) => parentPort.postMessage(result));
`;

/**
 * Runs a program whose default export is an agreement. What it prints is dropped.
 * @param absolute path of the program
 * @param stop ends it
 */
export function runModule(absolute: string, stop: AbortSignal): Promise<ModuleResult> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      eval: true,
      workerData: pathToFileURL(absolute).href,
      stdout: true,
      stderr: true,
    });
    const end = (result: ModuleResult) => {
      stop.removeEventListener('abort', stopped);
      resolve(result);
      void worker.terminate();
    };
    const stopped = () => end({ why: 'it was stopped before it ended' });
    if (stop.aborted) stopped();
    stop.addEventListener('abort', stopped);
    worker.once('message', end);
    worker.once('error', (error: unknown) => end({ why: error instanceof Error ? error.message : String(error) }));
    worker.once('exit', () => end({ why: 'it ended without exporting anything' }));
  });
}
