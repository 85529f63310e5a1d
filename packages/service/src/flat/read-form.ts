import { ProblemError } from '@sameteam/api';
import { fieldsOf } from './fields-of.ts';

const jsonAsForm =
  'Cannot read the form: it looks like JSON. Say so: with curl, add -H "content-type: application/json".';

/**
 * The fields of a form as browsers and `curl -d` send it. A field that comes twice is a list of its values.
 * Source: WHATWG URL, application/x-www-form-urlencoded parsing; but bytes that are not UTF-8 are refused, not replaced.
 * @throws ProblemError `invalid-request`
 * @example readForm(new TextEncoder().encode('email=a%40b.example&first_name=Ann+Lee')) // { email: 'a@b.example', first_name: 'Ann Lee' }
 */
export function readForm(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (/^\s*\{/.test(text)) throw new ProblemError('invalid-request', { what: jsonAsForm });
    const pairs = text.split('&').filter((pair) => pair !== '');
    return fieldsOf(
      pairs.map((pair) => {
        const equals = pair.indexOf('=');
        return equals < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1))];
      }),
    );
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    const what = 'Cannot read the form: it is not UTF-8. Send its fields percent-encoded in UTF-8.';
    throw new ProblemError('invalid-request', { what }, { cause });
  }
}

/** A percent sign that two hexadecimal digits do not follow stands for itself. */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' ').replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
}
