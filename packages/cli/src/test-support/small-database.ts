import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { simulateCompany } from '@sameteam/mocks';

/** Makes a database of some 300 simulated leads of the first half of 2026. */
export async function makeSmallDatabase(path: string): Promise<void> {
  const company = simulateCompany({ seed: 7, leads: 300, months: 6, start: '2026-01-01', end: '2026-09-30T00:00:00Z' });
  const engine = await openDuckDbEngine({ path, agreement: defaultAgreement });
  try {
    await appendEvents(engine, company.events, { recordedMs: Date.UTC(2026, 8, 30) });
  } finally {
    await engine.close();
  }
}
