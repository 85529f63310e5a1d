import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Companies of which enough contacts became MQLs within the agreed time, by the date of the last one needed. */
export const mqlCompanies = defineMetric({
  id: 'mql_companies',
  label: 'Qualified accounts',
  unit: 'companies',
  direction: 'up',
  owner: 'marketing',
  anchor: 'mqa',
  measure: countOf({ grain: 'companies', anchors: ['mqa'], counted: rowsWith(has('at_mqa')) }),
  formula:
    'The number of companies that became a qualified account (MQA): enough of their contacts were qualified within the time agreed.',
  numerator: 'companies that became a qualified account',
  denominator: null,
  clause: 'qualified.companies',
});
