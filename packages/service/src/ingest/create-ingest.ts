import type { Agreement } from '@sameteam/agreement';
import { type IngestAnswer, type LeadAnswer, type QualityReport, routes } from '@sameteam/api';
import type { Engine } from '@sameteam/metrics';
import type { SentItem } from '../cloud-events/decode-events.ts';
import { createQualityTally } from '../quality/quality-tally.ts';
import type { ArrivedItem } from './arrived-item.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Arrival } from './ingest-work.ts';
import { keyedDigest, newSecret, type WebCrypto } from './keyed-digest.ts';
import { type StoreJob, type StoreResult, storeJobs } from './store-jobs.ts';
import { takeEvents } from './take-events.ts';
import { type LeadWork, takeLead } from './take-lead.ts';

/** What an ingest works with. */
export interface IngestOptions {
  /** Stores what arrives. While the ingest is open nothing else should import into it. */
  readonly engine: Engine;
  /** What a lead must say by it is what completeness is measured by. */
  readonly agreement: Agreement;
  /** The time, as UTC milliseconds. */
  readonly clock: () => number;
  /** `globalThis.crypto`: makes ids of leads that come without one. */
  readonly webCrypto: WebCrypto;
  /** Name of the vendor of flat leads that name none; `web` unless told. */
  readonly sender?: string | undefined;
  /** ISO 3166-1 alpha-2 of the country whose phone numbers need no country code in flat leads. */
  readonly defaultCountry?: string | undefined;
  /** Sees each item once it is on disk, in the order of its request. What it throws is not told to anybody. */
  readonly onArrival?: ((item: ArrivedItem) => void) | undefined;
}

/** The way in for events and leads. */
export interface Ingest {
  /**
   * Takes events, as `decodeEvents` reads them from a request or `sentItems` from a value. Resolves once all that was
   * accepted is on disk.
   * @throws MetricsError when the store fails: then nothing of the request was kept
   */
  events(items: readonly SentItem[]): Promise<IngestAnswer>;
  /**
   * Takes a flat lead: an object of plain fields, see `flatLeadFields` of `@sameteam/connectors`.
   * @throws MetricsError when the store fails: then nothing was kept
   */
  lead(fields: unknown): Promise<LeadAnswer>;
  /** The quality of what arrived since the ingest was opened. */
  quality(): QualityReport;
}

/** Items from on which a commit is full: what comes beyond waits for the next one. */
const enoughItems = 20_000;

/**
 * Opens the way in. Requests that arrive while one is being committed are committed together, so that many senders share
 * the wait for the disk; each of them is answered only once its own data is on disk, and when a commit fails, all of
 * them fail and nothing is kept.
 * @example
 * const ingest = createIngest({ engine, agreement: defaultAgreement, clock: Date.now, webCrypto: globalThis.crypto });
 * (await ingest.lead({ email: 'ann@acme.example', source: 'webinar' })).verdict // 'accepted'
 */
export function createIngest(options: IngestOptions): Ingest {
  const { engine, agreement, clock, webCrypto, sender = 'web', defaultCountry, onArrival } = options;
  const sinceMs = clock();
  const tally = createQualityTally({ required: agreement.terms.lead?.requires ?? [] });
  const store = createGroupCommit<StoreJob, StoreResult>((jobs) => storeJobs(engine, jobs, { recordedMs: clock() }), {
    weight: ({ items }) => Math.max(1, items.length),
    enough: enoughItems,
    gather,
  });
  const secret = storeSecret(engine, webCrypto, store);

  function arrived({ raw, event, ...item }: Arrival): void {
    tally.add({ ...item, event });
    try {
      onArrival?.({ ...item, raw: raw() });
    } catch {
      // What is on disk was taken, whatever somebody who watches does about it.
    }
  }

  const digest = async (text: string) => keyedDigest(webCrypto, { secret: await secret(), text });
  const work: LeadWork = {
    clock,
    store,
    arrived,
    reading: { sender, defaultCountry, digest },
    standing: async ({ subject, source, id }) => {
      const told = await engine.events(subject);
      return told.find((event) => event.source === source && event.id === id && !event.retracted) ?? null;
    },
  };
  return {
    events: (items) => takeEvents(work, items),
    lead: (fields) => takeLead(work, fields),
    quality: () => ({ since: new Date(sinceMs).toISOString(), ...tally.report() }),
  };
}

/**
 * Lets the event loop read what has arrived. A store in memory commits without ever waiting: requests that lie in their
 * sockets would be committed one by one.
 */
function gather(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * The secret that ids are made with, read when it is first needed. It lies with what is stored, so that a lead has the
 * same id after a restart; what is not kept needs none that is.
 */
function storeSecret(
  engine: Engine,
  webCrypto: WebCrypto,
  store: (job: StoreJob) => Promise<StoreResult>,
): () => Promise<string> {
  let known: Promise<string> | null = null;
  return () => {
    known ??= engine.capabilities.isPersistent
      ? store({ route: routes.addLead.path, items: [] }).then(({ secret }) => secret)
      : Promise.resolve(newSecret(webCrypto));
    // A store that failed once is asked again.
    known.catch(() => {
      known = null;
    });
    return known;
  };
}
