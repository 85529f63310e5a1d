/** A request of a conformance run, as it goes over the wire. */
export interface TestRequest {
  readonly method: 'POST' | 'GET';
  readonly path: '/v1/events' | '/v1/leads';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** What it says, for a report: "one event in structured mode". */
  readonly says: string;
  /** How many events or leads stand in it, those that are to be refused included. */
  readonly events: number;
}

const encoder = new TextEncoder();

const typesOf = {
  structured: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
} as const;

/** The content types of the contract. */
export type ContentMode = keyof typeof typesOf;

/** What differs from the request that a body makes. */
export interface RequestChanges {
  readonly says: string;
  readonly events: number;
  readonly path?: TestRequest['path'];
  /** A content type of the contract, or the text of another one. */
  readonly type?: ContentMode | `${string}/${string}`;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A post of text or bytes. `/v1/events` as `application/json` unless told. */
export function postOf(body: string | Uint8Array, changes: RequestChanges): TestRequest {
  const { says, events, path = '/v1/events', type = 'json', headers = {} } = changes;
  return {
    method: 'POST',
    path,
    headers: { 'content-type': type in typesOf ? typesOf[type as ContentMode] : type, ...headers },
    body: typeof body === 'string' ? encoder.encode(body) : body,
    says,
    events,
  };
}

/** Posts one event in structured mode. */
export function postEvent(event: object, says: string): TestRequest {
  return postOf(JSON.stringify(event), { says, events: 1, type: 'structured' });
}

/** Posts events as a batch. */
export function postBatch(events: readonly object[], says: string): TestRequest {
  return postOf(JSON.stringify(events), { says, events: events.length, type: 'batch' });
}

/** Posts one flat lead as JSON. */
export function postLead(fields: Readonly<Record<string, unknown>>, says: string): TestRequest {
  return postOf(JSON.stringify(fields), { says, events: 1, path: '/v1/leads' });
}
