import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { clientOf } from '@sameteam/service';

const engine = createMemoryEngine({ agreement: defaultAgreement });
const client = clientOf({ engine, agreement: defaultAgreement, clock: () => Date.UTC(2026, 9, 1) });

const { rows, asOf } = await client.report({ metrics: ['captured', 'lead_to_win_rate'] });
for (const { metric, value, denominator } of rows) console.log(asOf, metric, value, denominator);

await client.report({ metrics: ['lead_to_win'] }).catch((error) => console.log(error.code, error.issues[0].nearest));
