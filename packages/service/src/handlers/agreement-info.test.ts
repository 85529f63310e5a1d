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
    expected: { lead_to_win_rate: 0.1, mql_to_sal_rate: 0.8 },
  });
});
