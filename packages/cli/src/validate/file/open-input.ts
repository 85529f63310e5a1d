import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../../errors/cli-error.ts';

/** Bytes that are read at once, and those that are looked at before anything is read. */
const chunkBytes = 128 << 10;
const sampleBytes = 64 << 10;

/** A file, or standard input, of which the first bytes are known. */
export interface Input {
  /** Its first bytes: 64 kB, or all of it. */
  readonly sample: Uint8Array;
  /** `null` where nobody knows before the end. */
  readonly bytes: number | null;
  /** All of it from the start. A chunk is written over once another one is asked for. */
  chunks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** What opening a file needs of the machine. */
export interface InputContext {
  readonly cwd: string;
  readonly stop: AbortSignal;
}

/**
 * Opens what is to be validated.
 * @param file a path, or `-` for standard input
 * @throws CliError `no-file`, `not-readable`
 */
export async function openInput(file: string, context: InputContext): Promise<Input> {
  return file === '-' ? openStandardInput(context) : openFile(file, context);
}

async function openFile(named: string, { cwd }: InputContext): Promise<Input> {
  const file = await open(resolve(cwd, named)).catch((cause: unknown) => {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    const remedy = 'Look at its name and folder; - is standard input.';
    throw new CliError('no-file', { what: 'file', path: named, remedy }, { cause });
  });
  try {
    const info = await file.stat();
    if (info.isDirectory())
      throw new CliError('not-readable', { path: named, why: 'it is a folder', remedy: 'Name a file in it.' });
    return await sampled(readFile(file), info.isFile() ? info.size : null, () => file.close());
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/**
 * Reads into two buffers over and over, one while the other is worked on: a stream would make a new one of each chunk, and
 * leave them to the collector.
 */
async function* readFile(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffers = [new Uint8Array(chunkBytes), new Uint8Array(chunkBytes)] as const;
  const read = (turn: 0 | 1) => {
    const reading = file.read(buffers[turn], 0, chunkBytes, null);
    // A failure is met where the chunk is taken; until then it must not count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  let reading = read(0);
  for (let turn: 0 | 1 = 0; ; turn = turn === 0 ? 1 : 0) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    reading = read(turn === 0 ? 1 : 0);
    yield buffers[turn].subarray(0, bytesRead);
  }
}

async function openStandardInput({ stop }: InputContext): Promise<Input> {
  const { stdin } = process;
  const end = () => stdin.destroy();
  stop.addEventListener('abort', end, { once: true });
  return sampled(readStandardInput(stop), null, async () => {
    stop.removeEventListener('abort', end);
    stdin.destroy();
  });
}

async function* readStandardInput(stop: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of process.stdin) yield chunk as Buffer;
  } catch (cause) {
    if (!stop.aborted) throw cause;
  }
}

async function sampled(
  source: AsyncGenerator<Uint8Array>,
  bytes: number | null,
  close: () => Promise<void>,
): Promise<Input> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let hasEnded = false;
  while (size < sampleBytes && !hasEnded) {
    const { value, done } = await source.next();
    hasEnded = done === true;
    if (value === undefined) continue;
    parts.push(new Uint8Array(value));
    size += value.length;
  }
  const sample = new Uint8Array(Buffer.concat(parts));
  return {
    sample,
    bytes,
    close,
    async *chunks() {
      yield sample;
      yield* source;
    },
  };
}
