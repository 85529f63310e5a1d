import { appendEvents, createMemoryEngine } from '@sameteam/metrics';
import type { ServiceContext } from '@sameteam/service';
import { simulatedAgreement } from '../agreement/simulated-agreement.ts';
import { simulateCompany } from '../simulate-company.ts';
import type { SimulationOptions } from '../simulation-options.ts';

/**
 * The simulated company as what the service answers from: its log in a memory engine, its agreement, and a clock that
 * stands at the cut. Everything is known to the engine since that instant.
 * @throws MocksError as `simulateCompany`
 * @example const client = clientOf(await simulatedContext({ seed: 1, leads: 3000 }));
 */
export async function simulatedContext(options: SimulationOptions): Promise<ServiceContext> {
  const { events, endMs } = simulateCompany(options);
  const agreement = simulatedAgreement();
  const engine = createMemoryEngine({ agreement });
  await appendEvents(engine, events, { recordedMs: endMs, id: 'simulated' });
  return { engine, agreement, clock: () => endMs };
}
