import { ProblemError, routes } from '@sameteam/api';
import { type HeaderPairs, readMediaType } from '../cloud-events/media-type.ts';
import { readJson, readText } from '../cloud-events/read-json.ts';
import { readForm } from './read-form.ts';
import { readMultipart } from './read-multipart.ts';

/**
 * Reads the fields of a flat lead from an HTTP request: a JSON object, or a form.
 * @param headers as pairs; names in any case
 * @param body the bytes, UTF-8
 * @throws ProblemError `unsupported-media-type`, `malformed-json`; `invalid-request` for JSON that is no object, and for a
 *   form that cannot be read
 * @example
 * const headers = [['content-type', 'application/x-www-form-urlencoded']] as const;
 * await decodeLead(headers, new TextEncoder().encode('source=webinar')) // { source: 'webinar' }
 */
export async function decodeLead(headers: HeaderPairs, body: Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const { type, header } = readMediaType(headers, Object.keys(routes.addLead.bodies));
  if (type === 'application/x-www-form-urlencoded') return readForm(body);
  if (type === 'multipart/form-data') return readMultipart(body, header ?? '');
  const value = readJson(readText(body));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const what = `A lead must be one object of plain fields. Send {"email": "ann@acme.example", "source": "webinar"}; several events at once go to ${routes.ingest.path}.`;
  throw new ProblemError('invalid-request', { what });
}
