import { ProblemError } from '@sameteam/service';

/**
 * The JSON body of a request, read as the server reads it.
 * @throws ProblemError `unsupported-media-type`, `malformed-json`
 */
export async function readBody(request: Request): Promise<unknown> {
  const found = request.headers.get('content-type');
  const type = found?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type', { found });
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError('malformed-json', { reason }, { cause });
  }
}
