import { expect, it } from 'vitest';
import { styleOf } from '../../terminal/style.ts';
import { marksOf } from '../marks.ts';
import { analysisText } from './analysis-text.ts';

const env = { NO_COLOR: '1' };
const options = {
  style: styleOf({ columns: 80, isTerminal: false, write: () => undefined }, env),
  columns: 80,
  marks: marksOf(env),
};

it('gives a spreadsheet amounts in whole units of their currency, and a program those of the service', () => {
  const rows = [
    { channel: 'email', amount: 19_050, currency: 'EUR', conversions: 3 },
    { channel: 'event', amount: 1_200, currency: 'JPY', conversions: 1 },
    { channel: 'share', amount: 0.5, currency: null, conversions: 1 },
  ];
  const analysis = { tables: [], answers: [], notes: [], rows, amounts: ['amount'] };
  expect(analysisText(analysis, 'csv', options)).toBe(
    'channel,amount,currency,conversions\nemail,190.50,EUR,3\nevent,1200,JPY,1\nshare,0.5,,1\n',
  );
  expect(JSON.parse(analysisText(analysis, 'json', options))).toEqual(rows);
});
