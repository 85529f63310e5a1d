import { expect, it } from 'vitest';
import { readTeam } from './team.ts';

it('takes what is given and suggests the rest', () => {
  const team = readTeam({ name: ' Acme ', currency: 'usd' });
  expect(team).toMatchObject({ name: 'Acme', currency: 'USD' });
  expect(team.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
});

it.each(['Berlin', '+02:00', ''])('refuses %j as a zone', (zone) => {
  expect(() => readTeam({ zone })).toThrow('is no time zone');
});

it.each(['euro', 'XYZ', ''])('refuses %j as a currency', (currency) => {
  expect(() => readTeam({ currency })).toThrow('is no currency');
});
