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
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    throw new ProblemError('malformed-json', { reason }, { cause });
  }
}
