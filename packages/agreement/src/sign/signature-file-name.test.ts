import { expect, it } from 'vitest';
import { signatureFileName } from './signature-file-name.ts';

it.each([
  ['acme.yaml', 'acme.v3.sales.sig.json'],
  ['deals/acme.yml', 'deals/acme.v3.sales.sig.json'],
  ['C:\\deals\\acme.v2.json', 'C:\\deals\\acme.v2.v3.sales.sig.json'],
  ['agreement', 'agreement.v3.sales.sig.json'],
  ['.yaml', '.yaml.v3.sales.sig.json'],
])('%s is signed in %s', (file, name) => {
  expect(signatureFileName(file, { version: 3, signer: 'sales' })).toBe(name);
});
