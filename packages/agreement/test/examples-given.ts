import { readFileSync } from 'node:fs';
import { type Agreement, parseAgreement } from '@sameteam/agreement';

/** What the examples in docstrings take as given: the agreement of the design. */
export const agreement: Agreement = acme();

function acme(): Agreement {
  const text = readFileSync(new URL('fixtures/acme.yaml', import.meta.url), 'utf8');
  const read = parseAgreement(text).agreement;
  if (read === null) throw new Error('acme.yaml cannot be read');
  return read;
}
