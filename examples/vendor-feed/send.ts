/**
 * Sends a feed of leads, and what happened to them later: `node send.ts http://localhost:4330`. SAMETEAM_TOKEN is sent
 * where it is set. Exit code: 0 all was taken, 3 some was refused, 1 no answer came.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type FlatLead, SameteamClientError } from '@sameteam/api/client';
import type { LeadEvent } from '@sameteam/model';

const tries = 4;
const timeoutMs = 10_000;
const { SAMETEAM_TOKEN: token } = process.env;

const client = createClient({
  baseUrl: process.argv[2] ?? 'http://localhost:4330',
  fetch: (address, init) => {
    const headers = new Headers(init?.headers);
    if (token) headers.set('authorization', `Bearer ${token}`);
    return fetch(address, { ...init, headers });
  },
});

/** Asks again when no answer came: the ids make it safe to send the same twice. */
async function patiently<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(AbortSignal.timeout(timeoutMs));
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      const isTheirs = error instanceof SameteamClientError && (error.status === 0 || error.status >= 500);
      if (attempt === tries || !(isLate || isTheirs)) throw error;
      console.error(`${error.message} Trying again.`);
      await wait(500 * 2 ** (attempt - 1));
    }
  }
}

const taken: boolean[] = [];

function tell(verdict: string, name: string | null, issues: readonly { readonly message: string }[]): void {
  console.log([verdict.padEnd(11), name, ...issues.map(({ message }) => message)].join(' '));
  taken.push(verdict === 'accepted' || verdict === 'duplicate');
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

async function sendFeed(): Promise<void> {
  for (const line of read('leads.ndjson').trim().split('\n')) {
    const lead: FlatLead = JSON.parse(line);
    const { verdict, issues } = await patiently((signal) => client.addLead(lead, { signal }));
    tell(verdict, String(lead.id), issues);
  }
  const events: readonly LeadEvent[] = JSON.parse(read('events.json'));
  const { items } = await patiently((signal) => client.ingest(events, { signal }));
  for (const { verdict, id, issues } of items) tell(verdict, id, issues);

  console.log(`${taken.filter(Boolean).length} of ${taken.length} taken`);
  process.exitCode = taken.every(Boolean) ? 0 : 3;
}

await sendFeed().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
