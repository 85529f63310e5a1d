import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalJson, type EventIssue, nearestName, validateEvent } from '@sameteam/model';

/** What an endpoint gets wrong; none is a faithful one. */
export type Sloppiness =
  | 'always-ok'
  | 'forgets-ids'
  | 'knows-ids-alone'
  | 'compares-text'
  | 'checks-nothing'
  | 'no-clock'
  | 'all-or-nothing'
  | 'always-200'
  | 'no-binary'
  | 'no-plain-json'
  | 'any-content-type'
  | 'any-size'
  | 'any-bytes'
  | 'any-method'
  | 'html-errors'
  | 'breaks-on-bad-text'
  | 'reversed'
  | 'miscounts'
  | 'vague'
  | 'no-nearest'
  | 'strict-versions'
  | 'ignores-versions'
  | 'no-imports'
  | 'no-leads'
  | 'takes-any-lead';

type Loose = Record<string, unknown>;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

const fields = ['id', 'email', 'company', 'source'];

/**
 * A small endpoint of the ingest contract, written from its text alone, that can be told to break some of it.
 * @param sloppiness what it gets wrong
 */
export async function startSloppyEndpoint(
  ...sloppiness: readonly Sloppiness[]
): Promise<{ readonly url: string; readonly requests: () => number; close(): Promise<void> }> {
  const is = (what: Sloppiness) => sloppiness.includes(what);
  const seen = new Map<string, string>();
  let requests = 0;

  const keyOf = ({ source, id }: Loose) => (is('knows-ids-alone') ? String(id) : JSON.stringify([source, id]));
  const contentOf = (event: Loose) => (is('compares-text') ? JSON.stringify(event) : canonicalJson(event));

  function issuesOf(event: unknown): readonly Partial<EventIssue>[] {
    if (is('checks-nothing')) return [];
    const { dataschema, ...known } = event as Loose;
    const checked = is('ignores-versions') ? known : event;
    const result = validateEvent(checked, is('no-clock') ? {} : { nowMs: Date.now() });
    if (is('strict-versions') && Object.keys(known).includes('traceparent')) return [{ code: 'unknown-field' }];
    if (is('strict-versions') && String(dataschema).includes(':1.999:')) return [{ code: 'unknown-version' }];
    if (result.success) return [];
    if (is('no-nearest')) return result.issues.map((it) => ({ ...it, nearest: null }));
    return is('vague')
      ? result.issues.map(({ code, pointer, nearest }) => ({ code, pointer, nearest }))
      : result.issues;
  }

  function judge(event: unknown): { readonly verdict: string; readonly issues: readonly object[] } {
    const issues = issuesOf(event);
    if (issues.length > 0) return { verdict: 'quarantined', issues };
    if (is('forgets-ids')) return { verdict: 'accepted', issues };
    const key = keyOf(event as Loose);
    const content = contentOf(event as Loose);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, content);
      return { verdict: 'accepted', issues };
    }
    if (before === content) return { verdict: 'duplicate', issues };
    const conflict = { code: 'conflict', pointer: '', found: 'other content', expected: 'the same', nearest: null };
    return { verdict: 'quarantined', issues: [{ ...conflict, message: 'Other content.' }] };
  }

  function answerEvents(events: readonly unknown[]): Answer {
    const isRefused = is('all-or-nothing') && events.some((event) => issuesOf(event).length > 0);
    const items = events.map((event, index) => {
      const { source = null, id = null, subject = null } = event as Loose;
      const judged = isRefused ? { verdict: 'quarantined', issues: issuesOf(event) } : judge(event);
      return { index, source, id, subject, ...judged };
    });
    const count = (verdict: string) => items.filter((it) => it.verdict === verdict).length;
    const allBad = events.length > 0 && count('quarantined') === events.length;
    return {
      status: allBad && !is('always-200') ? 422 : 200,
      body: {
        received: is('miscounts') ? count('accepted') : events.length,
        accepted: count('accepted'),
        duplicates: count('duplicate'),
        quarantined: count('quarantined'),
        import: count('accepted') > 0 && !is('no-imports') ? 'import-1' : null,
        items: is('reversed') ? items.toReversed() : items,
      },
    };
  }

  function answerLead(lead: Loose): Answer {
    const id = String(lead.id ?? `made-${seen.size}`);
    const unknown = Object.keys(lead).find((name) => !fields.includes(name));
    const bad = unknown ?? (/^\S+@\S+$/.test(String(lead.email)) ? null : 'email');
    if (bad !== null && !is('takes-any-lead')) {
      const issues = [{ field: bad, nearest: nearestName(bad, fields), message: 'Mend it.' }];
      return { status: is('always-200') ? 200 : 422, body: { verdict: 'refused', issues, message: 'Refused.' } };
    }
    const { verdict } = is('forgets-ids') ? { verdict: 'accepted' } : judgeLead(id);
    const taken = { id, lead: `lead/${id}` };
    return {
      status: verdict === 'accepted' ? 201 : 200,
      body: { verdict, ...taken, earlier: verdict === 'duplicate' ? taken : null, issues: [], message: 'Taken.' },
    };
  }

  function judgeLead(id: string): { readonly verdict: string } {
    if (seen.has(`lead ${id}`)) return { verdict: 'duplicate' };
    seen.set(`lead ${id}`, '');
    return { verdict: 'accepted' };
  }

  function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
    if (is('html-errors')) return { status, body: `<!doctype html><title>${status}</title>`, headers };
    const type = 'application/problem+json';
    const body = { type: `urn:test:${code}`, title: code, status, detail: code, code };
    return { status, body, headers: { 'content-type': type, ...headers } };
  }

  function read(bytes: Buffer): unknown {
    return JSON.parse(new TextDecoder('utf-8', { fatal: !is('any-bytes') }).decode(bytes));
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (is('always-ok')) return { status: 200, body: 'ok', headers: { 'content-type': 'text/plain' } };
    const isLeads = request.url === '/v1/leads';
    if (isLeads && is('no-leads')) return problem(404, 'not-found');
    if (request.method !== 'POST' && !is('any-method')) return problem(405, 'method-not-allowed', { allow: 'POST' });
    const bytes = await bodyOf(request);
    if (bytes.byteLength > 8_388_608 && !is('any-size')) return problem(413, 'body-too-large');
    const type = request.headers['content-type']?.split(';')[0] ?? '';
    const isForm = type === 'application/x-www-form-urlencoded';
    const isKnown = isLeads
      ? isForm || type === 'application/json'
      : /^application\/(?:cloudevents(?:-batch)?\+)?json$/.test(type);
    const isForbidden = is('no-plain-json') && !isLeads && type === 'application/json';
    if ((!isKnown || isForbidden) && !is('any-content-type')) return problem(415, 'unsupported-media-type');
    try {
      if (isLeads)
        return answerLead((isForm ? Object.fromEntries(new URLSearchParams(String(bytes))) : read(bytes)) as Loose);
      const body = read(bytes);
      if (is('breaks-on-bad-text') && /\\u0000|\\ud800/.test(String(bytes))) return problem(500, 'internal');
      const isBinary = request.headers['ce-id'] !== undefined && !is('no-binary');
      const events = isBinary ? [binaryEvent(request, body)] : Array.isArray(body) ? body : [body];
      return events.length > 10_000 && !is('any-size') ? problem(413, 'too-many-items') : answerEvents(events);
    } catch {
      return problem(400, 'malformed-json');
    }
  }

  const server = createServer((request, response) => {
    requests++;
    answer(request).then((it) => send(response, it));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

function binaryEvent({ headers }: IncomingMessage, data: unknown): Loose {
  const attributes = Object.entries(headers).filter(([name]) => name.startsWith('ce-'));
  return { ...Object.fromEntries(attributes.map(([name, value]) => [name.slice(3), value])), data };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
