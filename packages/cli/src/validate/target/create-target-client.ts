import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import type { Exchange, NoAnswer, TargetClient } from './exchange.ts';
import type { TestRequest } from './test-request.ts';

/** Where and how requests are sent. */
export interface TargetClientOptions {
  /** Address below which `/v1/events` lies. */
  readonly baseUrl: URL;
  /** Sent with every request, such as a token; never repeated in a report. */
  readonly headers: Readonly<Record<string, string>>;
  /** How long an answer may take, from the first byte that is sent to the last that is read. */
  readonly timeoutMs: number;
  /** Ends the run. */
  readonly stop: AbortSignal;
}

/** Longest answer that is read. */
const answerLimitBytes = 4_194_304;
const pieceBytes = 65_536;

/** How often a body is sent that the endpoint cuts off without an answer that could be read. */
const tries = 3;

/**
 * A server that is told that the connection ends with the answer closes it over a long body that it has not read, and the
 * answer is lost on the way.
 */
const ownHeaders = { accept: 'application/json', connection: 'keep-alive' } as const;

/** What became of one try. */
interface Try {
  readonly result: Exchange | NoAnswer;
  /** Whether the connection was cut while the body was on its way: an answer may have been lost. */
  readonly isCutOff: boolean;
}

/**
 * Makes a client of its own connections, over `node:http`: `fetch` loses an answer that comes while a long body is
 * still being sent, which is what an endpoint does that refuses one.
 */
export function createTargetClient(options: TargetClientOptions): TargetClient {
  return {
    async send(request) {
      for (let left = tries; ; left--) {
        options.stop.throwIfAborted();
        const { result, isCutOff } = await tryOnce(request, options);
        if (!isCutOff || left === 1) return result;
      }
    },
  };
}

function tryOnce(request: TestRequest, { baseUrl, headers, timeoutMs, stop }: TargetClientOptions): Promise<Try> {
  const send = baseUrl.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const outgoing = send(addressOf(baseUrl, request.path), {
      method: request.method,
      headers: { ...ownHeaders, ...headers, ...request.headers, ...lengthOf(request) },
      signal: AbortSignal.any([timeout, stop]),
      agent: false,
    });
    const body = Readable.from(piecesOf(request.body));
    const fail = (error: NodeJS.ErrnoException) => {
      if (stop.aborted) return reject(stop.reason);
      const because = timeout.aborted ? lateness(timeoutMs) : reasonOf(error);
      resolve({ result: { request, because }, isCutOff: because === cut && !outgoing.writableFinished });
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      body.unpipe(outgoing);
      readAnswer(incoming).then((text) => {
        outgoing.destroy();
        const result = exchangeOf(request, incoming.statusCode ?? 0, incoming.headers, text);
        resolve({ result, isCutOff: false });
      }, fail);
    });
    body.pipe(outgoing);
  });
}

function addressOf(baseUrl: URL, path: string): URL {
  const url = new URL(baseUrl);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  return url;
}

function lengthOf({ method, body }: TestRequest): Readonly<Record<string, string>> {
  return method === 'GET' ? {} : { 'content-length': String(body.byteLength) };
}

function* piecesOf(body: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < body.byteLength; at += pieceBytes) yield body.subarray(at, at + pieceBytes);
}

async function readAnswer(incoming: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of incoming) {
    bytes += piece.byteLength;
    if (bytes > answerLimitBytes) throw new Error('the answer is longer than 4 MiB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function exchangeOf(
  request: TestRequest,
  status: number,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  text: string,
): Exchange {
  const plain = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { request, status, headers: Object.fromEntries(plain), text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const cut = 'the connection was cut before an answer came';

const lateness = (timeoutMs: number): string => `no answer came within ${timeoutMs / 1000} s`;

function reasonOf(error: NodeJS.ErrnoException): NoAnswer['because'] {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no machine of this name';
    case 'ECONNRESET':
    case 'EPIPE':
      return cut;
    default:
      return error.message || String(error.code);
  }
}
