import type { IngestAnswer, LeadAnswer } from '@sameteam/api';
import { decodeEvents } from './cloud-events/decode-events.ts';
import type { HeaderPairs } from './cloud-events/media-type.ts';
import { decodeLead } from './flat/decode-lead.ts';
import { ingestOf } from './ingest/ingest-of.ts';
import type { ServiceContext } from './service-context.ts';

/** A request whose body is more than one JSON object. */
export interface BodyRequest {
  /** As pairs, such as a `Headers` of the web; names in any case. */
  readonly headers: HeaderPairs;
  readonly body: Uint8Array;
}

/** An answer with the status that says it in HTTP. */
export interface StatedAnswer<Answer> {
  readonly status: number;
  readonly answer: Answer;
}

/** The routes whose bodies are read by their media type, with what is answered. */
export interface BodyAnswers {
  readonly ingest: IngestAnswer;
  readonly addLead: LeadAnswer;
}

const handlers: { readonly [Id in keyof BodyAnswers]: BodyHandler<BodyAnswers[Id]> } = {
  async ingest(context, { headers, body }) {
    const answer = await ingestOf(context).events(decodeEvents(headers, body));
    return { status: answer.received > 0 && answer.quarantined === answer.received ? 422 : 200, answer };
  },
  async addLead(context, { headers, body }) {
    const answer = await ingestOf(context).lead(await decodeLead(headers, body));
    return { status: { accepted: 201, duplicate: 200, refused: 422 }[answer.verdict], answer };
  },
};

type BodyHandler<Answer> = (context: ServiceContext, request: BodyRequest) => Promise<StatedAnswer<Answer>>;

/**
 * Whether a route reads its body by the media type: then `handleBody` answers it over HTTP.
 * @example takesBody('ingest') // true
 */
export function takesBody(id: string): id is keyof BodyAnswers {
  return Object.hasOwn(handlers, id);
}

/**
 * Answers a request by the name of its route, its headers and its bytes: what server and mocks call.
 * @returns once all that was accepted is on disk
 * @throws ProblemError `ingest-closed`, `unsupported-media-type`, `malformed-json`, `invalid-request`, `too-many-items`
 * @example
 * const headers = [['content-type', 'application/x-www-form-urlencoded']] as const;
 * const body = new TextEncoder().encode('email=ann%40acme.example&source=webinar');
 * (await handleBody({ ...context, ingest }, 'addLead', { headers, body })).status // 201
 */
export function handleBody<Id extends keyof BodyAnswers>(
  context: ServiceContext,
  id: Id,
  request: BodyRequest,
): Promise<StatedAnswer<BodyAnswers[Id]>> {
  return handlers[id](context, request);
}
