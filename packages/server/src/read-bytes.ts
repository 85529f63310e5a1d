import { ProblemError } from '@sameteam/service';

/**
 * Reads the bytes of a body, and not one more than is allowed.
 * @param options.limitBytes longest body that is read
 * @throws ProblemError `body-too-large`; `malformed-json` for a body that breaks off
 */
export async function readBytes(
  request: Request,
  { limitBytes }: { readonly limitBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new ProblemError('body-too-large', { limitBytes });
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limitBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof ProblemError
      ? cause
      : new ProblemError('malformed-json', { reason: 'it breaks off' }, { cause });
  }
  return Buffer.concat(chunks, size);
}
