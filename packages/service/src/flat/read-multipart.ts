import { ProblemError } from '@sameteam/api';
import { fieldsOf } from './fields-of.ts';

/**
 * The text fields of a form of the kind that can hold files, too.
 * @param contentType the whole header, which names the boundary
 * @throws ProblemError `invalid-request` for a form that cannot be read, and for one that holds a file
 */
export async function readMultipart(body: Uint8Array, contentType: string): Promise<Readonly<Record<string, unknown>>> {
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': contentType } })
    .formData()
    .catch((cause: unknown) => {
      const what = 'Cannot read the form: its parts are not as its boundary says. Send it as a browser does.';
      throw new ProblemError('invalid-request', { what }, { cause });
    });
  return fieldsOf(Array.from(form, ([name, value]): [string, string] => [name, text(name, value)]));
}

function text(name: string, value: string | File): string {
  if (typeof value === 'string') return value;
  const what = `Cannot read the form: its field ${JSON.stringify(name.slice(0, 80))} is a file. Send text fields only.`;
  throw new ProblemError('invalid-request', { what });
}
