import { simulateCompany, simulatedContext } from '@sameteam/mocks';
import { clientOf } from '@sameteam/service';

const company = simulateCompany({ seed: 1, leads: 3000 });
const [first] = company.events;
console.log(company.name, first?.type, first?.time);

const client = clientOf(await simulatedContext({ seed: 1, leads: 3000 }));
const { rows } = await client.report({ metrics: ['lead_to_win_rate'], to: '2025-09-30' });
const truth = company.truth.months.slice(0, 12);
const leads = truth.reduce((sum, month) => sum + month.leads, 0);
const rate = truth.reduce((sum, month) => sum + month.leads * month.reached.won, 0) / leads;
console.log('estimated', rows[0]?.value?.toFixed(4), 'from', rows[0]?.low?.toFixed(4), 'to', rows[0]?.high?.toFixed(4));
console.log('true', rate.toFixed(4));
