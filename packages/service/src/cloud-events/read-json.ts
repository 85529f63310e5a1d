import { ProblemError } from '@sameteam/api';

/**
 * The text of a body, which is UTF-8.
 * @throws ProblemError `malformed-json`
 * @example readText(new Uint8Array([0x7b, 0x7d])) // '{}'
 */
export function readText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ProblemError('malformed-json', { reason: 'it is not UTF-8' }, { cause });
  }
}

/**
 * The value that a text of JSON stands for.
 * @throws ProblemError `malformed-json`
 * @example readJson('[1]') // [1]
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // What the parser says repeats what stands there, which may be personal.
    const place =
      cause instanceof Error ? /at position \d+(?: \(line \d+ column \d+\))?/.exec(cause.message)?.[0] : undefined;
    const reason =
      place === undefined ? 'it breaks off, or holds what is no JSON' : `something else was expected ${place}`;
    throw new ProblemError('malformed-json', { reason }, { cause });
  }
}
