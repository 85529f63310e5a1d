import { expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { agreementDocument } from './agreement-document.ts';

it('says where the agreement stands, and has the clauses of numbers as anchors', async () => {
  const context = await acmeContext();
  const draft = agreementDocument(context);
  expect(draft).toMatch(/^<!doctype html>/i);
  expect(draft).toContain('id="windows.default"');
  expect(draft).toContain('Draft');
  const nowMs = context.clock();
  const standing = {
    binds: { fromMs: nowMs - 1, untilMs: null },
    signatures: [{ signer: 'sales', by: 'Sam Lindqvist', signedAt: '2026-09-28T09:00:00.000Z' }],
    pins: null,
  };
  const binding = agreementDocument({ ...context, standing });
  expect(binding).toContain('Sam Lindqvist');
  expect(binding).not.toContain('Draft');
});
