import { createHash } from 'node:crypto';
import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { clientOf } from '@sameteam/service';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const engine = createMemoryEngine({ agreement: defaultAgreement, hash });
const client = clientOf({ engine, agreement: defaultAgreement, clock: () => Date.UTC(2026, 9, 1) });

const { rows, asOf } = await client.report({ metrics: ['captured', 'lead_to_win_rate'] });
for (const { metric, value, denominator } of rows) console.log(asOf, metric, value, denominator);

await client.report({ metrics: ['lead_to_win'] }).catch((error) => console.log(error.code, error.issues[0].nearest));
