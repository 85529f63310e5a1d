import type { AgreementInfo } from '../wire/agreement-info.ts';
import type { Problem } from '../wire/problem.ts';
import { SameteamClientError } from './client-error.ts';
import type { CallOptions, IngestClient, SameteamClient } from './sameteam-client.ts';

/** Where a client finds the service. */
export interface ClientOptions {
  /** Address below which `/v1` lies, absolute, or relative to the page: `''` is the page's own server. */
  readonly baseUrl: string;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Makes a client over HTTP. Sends nothing until it is asked.
 * @returns a client whose calls reject with `SameteamClientError`, or with the reason of their signal
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:4321' });
 * const { rows } = await client.report({ metrics: ['captured', 'won'], by: ['source.channel'] });
 */
export function createClient({ baseUrl, fetch }: ClientOptions): SameteamClient & IngestClient {
  const root = baseUrl.replace(/\/+$/, '');
  const base = `${root}/v1/`;

  /** @param refusal status that is an answer too */
  async function call<T>(path: string, { signal }: CallOptions = {}, body?: unknown, refusal?: number): Promise<T> {
    const url = base + path;
    try {
      const response = await (fetch ?? globalThis.fetch)(url, {
        signal: signal ?? null,
        ...(body === undefined
          ? {}
          : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const answer: unknown = await response.json().catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw unreadable(url, response.status, cause);
      });
      if (response.ok || (response.status === refusal && !isProblem(answer))) return answer as T;
      throw isProblem(answer) ? new SameteamClientError(answer) : unreadable(url, response.status);
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof SameteamClientError) throw cause;
      throw new SameteamClientError(
        {
          code: 'unreachable',
          status: 0,
          title: 'No answer',
          detail: `Cannot reach ${url}: no answer came. Check that the server runs and that this page may call it.`,
        },
        { cause },
      );
    }
  }

  return {
    report: (request, options) => call('reports', options, request),
    leads: (request, options) => call('reports/leads', options, request),
    explain: (request, options) => call('reports/explanation', options, request),
    history: (lead, options) => call(`leads/${encodeURIComponent(lead.replace(/^lead\//, ''))}/events`, options),
    metrics: (options) => call('metrics', options),
    values: (dimension, options) =>
      call(
        `dimensions/${encodeURIComponent(dimension)}/values${options?.limit === undefined ? '' : `?limit=${options.limit}`}`,
        options,
      ),
    async agreement(options) {
      const { document, ...info } = await call<AgreementInfo>('agreement', options);
      return { ...info, document: document === null ? null : root + document };
    },
    health: (options) => call('health', options),
    ingest: (events, options) => call('events', options, events, 422),
    addLead: (lead, options) => call('leads', options, lead, 422),
    quality: (options) => call('quality', options),
  };
}

function unreadable(url: string, status: number, cause?: unknown): SameteamClientError {
  return new SameteamClientError(
    {
      code: 'unreadable-answer',
      status,
      title: 'Not an answer of Sameteam',
      detail: `Cannot read the answer of ${url} (status ${status}): it is not Sameteam's. Check the address of the server.`,
    },
    { cause },
  );
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;
}
