import { rmSync, statSync } from 'node:fs';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { type Taken, taken } from './measure.ts';
import { count, type Figure, ms } from './table.ts';
import { teamAgreement } from './team-agreement.ts';
import { logEndMs, teamLogBatch } from './team-log.ts';
import { writeTeamLog } from './write-team-log.ts';

const leadsPerBatch = 20_000;

/** Beyond it each batch would be looked for in the whole log, which takes hours of 100 M events: the log is written as it is. */
const mostLeadsImported = 2_000_000;

/** What the database may take while facts are made: without it, it takes what the machine has. */
const memoryLimit = '4GB';

/** Makes a store of the log of a team, and says what that takes. */
export async function makeTeamStore(path: string, leads: number): Promise<readonly Figure[]> {
  for (const suffix of ['', '.wal']) rmSync(`${path}${suffix}`, { force: true });
  const isImported = leads <= mostLeadsImported;
  const { log, fold, events } = isImported ? await importedStore(path, leads) : await writtenStore(path, leads);
  const bytes = statSync(path).size;
  return [
    {
      what: isImported
        ? 'make, append and deduplicate the log'
        : 'make and append the log, which nothing is compared with',
      value: `${count(events / (log.wallMs / 1000))} events/s`,
      against: `${count(events)} events; ${ms(log.cpuMs)} of processors`,
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

interface MadeStore {
  readonly log: Taken;
  readonly fold: Taken;
  readonly events: number;
}

async function importedStore(path: string, leads: number): Promise<MadeStore> {
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement, memoryLimit });
  const session = await engine.beginImport({ recordedMs: logEndMs });
  const log = await taken(async () => {
    for (let first = 0; first < leads; first += leadsPerBatch)
      await session.append(teamLogBatch(first, Math.min(leadsPerBatch, leads - first)));
  });
  const fold = await taken(() =>
    session.commit({ files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 }),
  );
  const { events } = await engine.status();
  await engine.close();
  return { log, fold, events };
}

async function writtenStore(path: string, leads: number): Promise<MadeStore> {
  await (await openDuckDbEngine({ path, agreement: teamAgreement })).close();
  const log = await taken(() => writeTeamLog(path, leads, { memoryLimit }));
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement, memoryLimit });
  const fold = await taken(() => engine.rebuild());
  const { events } = await engine.status();
  await engine.close();
  return { log, fold, events };
}
