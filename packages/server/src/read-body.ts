import { ProblemError } from '@sameteam/service';
import { readBytes } from './read-bytes.ts';

/**
 * Reads the JSON body of a request.
 * @param options.limitBytes longest body that is read
 * @throws ProblemError `unsupported-media-type`, `body-too-large`, `malformed-json`, the last for a body that breaks off too
 */
export async function readBody(request: Request, { limitBytes }: { readonly limitBytes: number }): Promise<unknown> {
  const found = request.headers.get('content-type');
  const type = found?.split(';', 1)[0]?.trim().toLowerCase();
  // A page of another origin can send any other type without a preflight.
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type', { found });
  const bytes = await readBytes(request, { limitBytes });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : 'it is not UTF-8';
    throw new ProblemError('malformed-json', { reason }, { cause });
  }
}
