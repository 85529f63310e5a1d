import { expect, it } from 'vitest';
import { companySize } from './company-size.ts';

it('companySize puts each number of employees into its band', () => {
  expect([1, 9, 10, 49, 50, 249, 250, 999, 1000, 4999, 5000].map(companySize)).toEqual([
    '1-9',
    '1-9',
    '10-49',
    '10-49',
    '50-249',
    '50-249',
    '250-999',
    '250-999',
    '1000-4999',
    '1000-4999',
    '5000+',
  ]);
  expect([companySize(null), companySize(0)]).toEqual([null, null]);
});
