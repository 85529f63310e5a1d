import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { count, printFigures } from './table.ts';

/** Most memory of the process. */
const goal = { peakMegabytes: 256 };

/** Of each so many events one has a fault. */
const faultEvery = 100_000;

/** What is left of the disk, for others. */
const spareBytes = 200e6;
const leastBytes = 50e6;

/** Tells the most memory that a process took, as a last line of standard error. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS * 1024 + '\\n'));",
)}`;

/**
 * `sameteam validate` of one long file of events, each with its verdict and looked for among those before, beside
 * JSON.parse of its lines.
 * @param bytes of the file; of fewer where the disk has no room
 */
export async function benchValidateFile(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = statfsSync(folder);
  const size = Math.min(bytes, bavail * bsize - spareBytes);
  if (size < leastBytes) {
    console.log(`\nValidating a file: not measured, for ${folder} has no room for it.`);
    return;
  }
  const file = join(folder, 'events.ndjson');
  try {
    const written = await writeEvents(file, size);
    const parseSeconds = parseLines(file);
    const { seconds, peakBytes, stdout } = await validate(file);
    const expected = `${count(written.events)} read: ${count(written.events - written.faults)} accepted, 0 duplicates, ${count(written.faults)} quarantined`;
    if (!stdout.includes(expected)) throw new Error(`Expected "${expected}" and got:\n${stdout.slice(-500)}`);
    const speed = (of: number) =>
      `${count(written.events / of)} events/s, ${Math.round(written.bytes / of / 1e6)} MB/s`;
    const peak = peakBytes / 1e6;
    printFigures(
      `Validating a file of ${count(written.bytes / 1e6)} MB, ${count(written.events)} events, ${written.faults} with a fault`,
      [
        { what: 'JSON.parse of its lines', value: speed(parseSeconds), against: 'the limit', isMet: null },
        {
          what: 'sameteam validate, from the start of the process to its end',
          value: speed(seconds),
          against: `${(parseSeconds / seconds).toFixed(2)} of the limit`,
          isMet: null,
        },
        {
          what: 'peak memory of the process',
          value: `${Math.round(peak)} MB`,
          against: `at most ${goal.peakMegabytes} MB`,
          isMet: peak <= goal.peakMegabytes,
        },
      ],
    );
  } finally {
    rmSync(file, { force: true });
  }
}

async function writeEvents(path: string, most: number) {
  const out = createWriteStream(path);
  let events = 0;
  let faults = 0;
  let bytes = 0;
  let text = '';
  while (bytes + text.length < most - 1000) {
    const isBad = events % faultEvery === faultEvery - 1;
    text += `${JSON.stringify(eventAt(events, isBad))}\n`;
    events += 1;
    if (isBad) faults += 1;
    if (text.length < 1 << 20) continue;
    bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  bytes += text.length;
  out.end(text);
  await once(out, 'finish');
  return { events, faults, bytes };
}

/** What vendors send most: captures with contact, company and source, engagements, attempts. ASCII, so that a character is a byte. */
function eventAt(index: number, isBad: boolean): object {
  const time = new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString();
  const lead = Math.floor(index / 3);
  const envelope = {
    ...{ specversion: '1.0', id: `evt-${index.toString(36)}`, source: 'https://vendor.example/feed' },
    ...{ subject: `lead/${lead}`, time },
  };
  if (index % 3 === 1) {
    const data = { activity: isBad ? 7 : 'webinar', campaign: `campaign-${lead % 240}`, channel: 'email' };
    return { ...envelope, type: 'lead.engaged', data };
  }
  if (index % 3 === 2) {
    const data = { channel: isBad ? 7 : 'call', direction: 'outbound', connected: index % 2 === 0, automated: false };
    return {
      ...envelope,
      type: 'lead.attempted',
      data: { ...data, durationSeconds: index % 600, by: `rep-${lead % 40}` },
    };
  }
  const contact = {
    ...{ email: `person${lead}@company${lead % 9973}.example`, firstName: 'Kim', lastName: 'Keller' },
    ...{ phone: '+49 30 23125042', country: 'DE' },
  };
  const company = { name: `Company ${lead % 9973} GmbH`, employees: isBad ? 'many' : lead % 5000 };
  const source = { channel: 'webinar', medium: 'email', campaign: `campaign-${lead % 240}`, motion: 'inbound' };
  return { ...envelope, type: 'lead.captured', data: { contact, company, source, product: 'crm' } };
}

/** Seconds to read the file and to parse each of its lines, and nothing more. */
function parseLines(path: string): number {
  const startMs = performance.now();
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(128 << 10);
  let pending = '';
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    const lines = (pending + buffer.toString('latin1', 0, read)).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) JSON.parse(line);
  }
  closeSync(file);
  return (performance.now() - startMs) / 1000;
}

async function validate(file: string) {
  const isSource = process.execArgv.some((arg) => arg.includes('@sameteam/source'));
  // The command as it is installed; from its sources where this runs from sources.
  const bin = join(import.meta.dirname, '../../packages/cli', isSource ? 'src/bin.ts' : 'bin/sameteam.mjs');
  const startMs = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, `--import=${tellPeak}`, bin, 'validate', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      written[name] += chunk.toString();
    });
  await once(child, 'close');
  const [, peak] = /peak (\d+)\n$/.exec(written.stderr) ?? [];
  if (peak === undefined) throw new Error(`sameteam validate did not come to its end:\n${written.stderr}`);
  return { seconds: (performance.now() - startMs) / 1000, peakBytes: Number(peak), stdout: written.stdout };
}
