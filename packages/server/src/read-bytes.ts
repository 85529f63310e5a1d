import { ProblemError } from '@sameteam/service';

/**
 * Reads the bytes of a body, and keeps not one more than is allowed. Of a body that is too long some more is read and thrown
 * away: a sender that is still writing when the connection closes loses the answer.
 * @param options.limitBytes longest body that is read
 * @throws ProblemError `body-too-large`; `malformed-json` for a body that breaks off
 */
export async function readBytes(
  request: Request,
  { limitBytes }: { readonly limitBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isTooLarge = Number(request.headers.get('content-length')) > limitBytes;
  while (reader !== undefined && !isTooLarge) {
    const { value } = await nextChunk(reader);
    if (value === undefined) break;
    size += value.byteLength;
    isTooLarge = size > limitBytes;
    chunks.push(value);
  }
  if (!isTooLarge) return Buffer.concat(chunks, size);
  if (reader !== undefined) await readOn(reader, limitBytes * 4);
  throw new ProblemError('body-too-large', { limitBytes });
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function nextChunk(reader: Reader): Promise<{ readonly value?: Uint8Array | undefined }> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new ProblemError('malformed-json', { reason: 'it breaks off' }, { cause });
  }
}

/** How long a sender may go on, in milliseconds. */
const readOnWithinMs = 1000;

/** Throws away what comes, until the end, some bytes, or some time: whichever is first. */
async function readOn(reader: Reader, mostBytes: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ readonly value?: undefined }>((resolve) => {
    timer = setTimeout(() => resolve({}), readOnWithinMs);
  });
  try {
    for (let left = mostBytes; left > 0; ) {
      const { value } = await Promise.race([reader.read(), late]);
      if (value === undefined) break;
      left -= value.byteLength;
    }
  } catch {
    // A sender that has gone needs no answer.
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}
