import { ProblemError, problems, type RouteId } from '@sameteam/api';
import { type CallOptions, type IngestClient, type SameteamClient, SameteamClientError } from '@sameteam/api/client';
import { type Answer, handle } from './handle.ts';
import type { ServiceContext } from './service-context.ts';

/**
 * A client that answers from an engine in the same page or process: the same answers, and the same errors, as over HTTP.
 * @example
 * const client = clientOf({ engine, agreement: defaultAgreement, clock: Date.now });
 * const { rows } = await client.report({ metrics: ['captured', 'won'] });
 */
export function clientOf(context: ServiceContext): SameteamClient & IngestClient {
  async function call<Id extends RouteId>(id: Id, request: unknown, { signal }: CallOptions = {}): Promise<Answer<Id>> {
    signal?.throwIfAborted();
    try {
      return await unlessAborted(handle(context, id, request), signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw clientError(error);
    }
  }
  return {
    report: (request, options) => call('report', request, options),
    leads: (request, options) => call('leads', request, options),
    explain: (request, options) => call('explain', request, options),
    history: (lead, options) => call('history', { id: lead.replace(/^lead\//, '') }, options),
    metrics: (options) => call('metrics', {}, options),
    values: (id, options) => call('values', { id, limit: options?.limit }, options),
    agreement: (options) => call('agreement', {}, options),
    health: (options) => call('health', {}, options),
    ingest: (events, options) => call('ingest', events, options),
    addLead: (lead, options) => call('addLead', lead, options),
    quality: (options) => call('quality', {}, options),
  };
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function clientError(error: unknown): SameteamClientError {
  if (error instanceof ProblemError) return new SameteamClientError(error.problem, { cause: error });
  const { status, title } = problems.internal;
  const said = error instanceof Error ? error.message : String(error);
  return new SameteamClientError(
    { code: 'internal', status, title, detail: `Something failed that should not: ${said}` },
    { cause: error },
  );
}
