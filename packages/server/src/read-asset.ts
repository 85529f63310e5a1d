import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

/** A file of the page, as it is sent. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Names that a bundler makes of their content, such as `chunk-5XKQYB2A.js`. */
const contentNamed = /-[0-9A-Z]{8}\.(?:js|css)(?:\.map)?$/;

/**
 * Reads a file below a directory.
 * @param path as in the address, still percent-encoded, without a slash at its start
 * @returns `null` where there is no such file, and for every path that leads out of the directory: by `..`, by an
 *   encoded slash, by a link
 */
export async function readAsset(directory: string, path: string): Promise<Asset | null> {
  const segments = readSegments(path);
  if (segments === null) return null;
  try {
    const root = await realpath(directory);
    const file = await realpath(join(root, ...segments));
    if (!file.startsWith(root + sep)) return null;
    const bytes = await readFile(file);
    return { bytes, headers: headersOf(file, bytes) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function readSegments(path: string): readonly string[] | null {
  try {
    const segments = path.split('/').map(decodeURIComponent);
    return segments.some((segment) => segment === '' || segment.startsWith('.') || /[/\\\0:]/.test(segment))
      ? null
      : segments;
  } catch {
    return null;
  }
}

function headersOf(file: string, bytes: Uint8Array): Record<string, string> {
  return {
    'content-type': getMimeType(file) ?? 'application/octet-stream',
    'content-length': String(bytes.byteLength),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    'cache-control': contentNamed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(error.code))
  );
}
