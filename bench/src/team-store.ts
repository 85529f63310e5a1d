import { rmSync, statSync } from 'node:fs';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { taken } from './measure.ts';
import { count, type Figure, ms } from './table.ts';
import { teamAgreement } from './team-agreement.ts';
import { logEndMs, teamLogBatch } from './team-log.ts';

const leadsPerBatch = 20_000;

/** What the database may take while facts are made: without it, it takes what the machine has. */
const memoryLimit = '4GB';

/** Makes a store of the log of a team, and says what that takes. */
export async function makeTeamStore(path: string, leads: number): Promise<readonly Figure[]> {
  for (const suffix of ['', '.wal']) rmSync(`${path}${suffix}`, { force: true });
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement, memoryLimit });
  const session = await engine.beginImport({ recordedMs: logEndMs });
  const append = await taken(async () => {
    for (let first = 0; first < leads; first += leadsPerBatch)
      await session.append(teamLogBatch(first, Math.min(leadsPerBatch, leads - first)));
  });
  const fold = await taken(() =>
    session.commit({ files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 }),
  );
  const { events } = await engine.status();
  await engine.close();
  const bytes = statSync(path).size;
  return [
    {
      what: 'make, append and deduplicate the log',
      value: `${count(events / (append.wallMs / 1000))} events/s`,
      against: `${count(events)} events; ${ms(append.cpuMs)} of processors`,
      isMet: null,
    },
    {
      what: 'fold all facts from it',
      value: ms(fold.wallMs),
      against: `${count(events / (fold.wallMs / 1000))} events/s; ${ms(fold.cpuMs)} of processors`,
      isMet: null,
    },
    {
      what: `most memory of the process, the database's limit being ${memoryLimit}; the file`,
      value: `${count(process.resourceUsage().maxRSS / 1024)} MiB`,
      against: `${count(bytes / 2 ** 20)} MiB`,
      isMet: null,
    },
  ];
}
