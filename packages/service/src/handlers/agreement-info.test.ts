import { expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { agreementInfo } from './agreement-info.ts';

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
    effective: '2026-10-01',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    document: null,
    expected: { lead_to_win_rate: 0.1, mql_to_sal_rate: 0.8 },
  });
});

it('is no draft once all who must have signed, whether it has begun or not', async () => {
  const context = await acmeContext();
  const standing = { binds: { fromMs: context.clock() + 1, untilMs: null }, signatures: [], pins: null };
  expect(await agreementInfo({ ...context, standing, documentPath: '/agreement' })).toMatchObject({
    draft: false,
    document: '/agreement',
  });
  expect((await agreementInfo({ ...context, standing: { ...standing, binds: null } })).draft).toBe(true);
});
