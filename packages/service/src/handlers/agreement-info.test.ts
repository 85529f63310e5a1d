import { expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { agreementInfo, agreementReference } from './agreement-info.ts';

it('names the agreement as a draft, with the rates that both teams expect by metric', async () => {
  const context = await acmeContext();
  const agreement = {
    ...context.agreement,
    name: 'Acme revenue team',
    version: 3,
    effective: '2026-10-01',
    timeZone: 'Europe/Berlin',
    expected: { lead_to_win: 0.1, mql_to_sal: 0.8 },
  };
  expect(await agreementInfo({ ...context, agreement })).toEqual({
    name: 'Acme revenue team',
    version: 3,
    draft: true,
    standing: 'unknown',
    effective: '2026-10-01',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    document: null,
    expected: { lead_to_win_rate: 0.1, mql_to_sal_rate: 0.8 },
  });
});

it('is no draft once it binds', async () => {
  const context = await acmeContext();
  const nowMs = context.clock();
  const standing = { binds: { fromMs: nowMs, untilMs: nowMs + 1 }, signatures: [], pins: null };
  const at = (ms: number) => agreementReference({ ...context, standing }, ms);
  expect(await agreementInfo({ ...context, standing, documentPath: '/agreement' })).toMatchObject({
    draft: false,
    standing: 'binding',
    document: '/agreement',
  });
  expect(at(nowMs - 1)).toMatchObject({ draft: true, standing: 'signed' });
  expect(at(nowMs + 1)).toMatchObject({ draft: false, standing: 'ended' });
  expect(agreementReference({ ...context, standing: { ...standing, binds: null } }, nowMs)).toMatchObject({
    draft: true,
    standing: 'draft',
  });
});
