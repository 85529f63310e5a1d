import type { FieldIssue, IngestAnswer, ItemIssue, LeadAnswer, Problem } from '@sameteam/api/client';
import { isGood, type NewArrival } from './arrival.ts';
import type { ArrivalList } from './arrival-log.ts';
import { receivedBytes, receivedText } from './received-text.ts';
import type { TappedExchange } from './tapped-exchange.ts';

/** What came with one request. */
export interface ReadArrivals {
  readonly arrivals: readonly NewArrival[];
  /** How many of each list are left out: no more than `limit` of each are told. */
  readonly passedOver: Readonly<Record<ArrivalList, number>>;
}

/**
 * What a request brought, as its answer says.
 * @param options.limit most arrivals of each list; of more the last ones are told
 */
export function readArrivals(exchange: TappedExchange, { limit }: { readonly limit: number }): ReadArrivals {
  const { path, answer, status } = exchange;
  const none = { good: 0, bad: 0 };
  if (typeof answer !== 'object' || answer === null || 'code' in answer) {
    return { arrivals: [unreadRequest(exchange, answer as Problem | undefined)], passedOver: none };
  }
  if (path === '/v1/leads') return { arrivals: [flatLead(exchange, answer as LeadAnswer)], passedOver: none };
  if (status !== 200 && status !== 422) return { arrivals: [], passedOver: none };
  return events(exchange, answer as IngestAnswer, limit);
}

/** From the last to the first, so that only those are written out that are kept. */
function events(exchange: TappedExchange, { items }: IngestAnswer, limit: number): ReadArrivals {
  const sent = itemsOf(exchange);
  const arrivals: NewArrival[] = [];
  const told = { good: 0, bad: 0 };
  const passedOver = { good: 0, bad: 0 };
  for (const { index, verdict, source, id, subject, issues } of items.toReversed()) {
    const list = isGood({ verdict }) ? 'good' : 'bad';
    if (told[list] === limit) {
      passedOver[list]++;
      continue;
    }
    told[list]++;
    const item = sent[index];
    // Nothing is kept of somebody who was erased.
    const received = issues.some(({ code }) => code === 'erased') ? '' : receivedText(item);
    arrivals.push({
      ...{ kind: 'event', verdict, source, id, subject, type: typeOf(item), issues },
      ...{ hints: [], message: null, received },
    });
  }
  return { arrivals: arrivals.toReversed(), passedOver };
}

function flatLead({ headers, body }: TappedExchange, answer: LeadAnswer): NewArrival {
  const { verdict, id, lead, issues, hints, message } = answer;
  const isJson = headers.get('content-type')?.includes('json') === true;
  return {
    ...{ kind: 'lead', verdict, source: null, id, subject: lead, type: null, message },
    issues: issues.map(atPointer),
    hints: hints.map(atPointer),
    received: isJson ? receivedText(parsed(body)) : receivedForm(headers, body),
  };
}

function unreadRequest({ body }: TappedExchange, problem: Problem | undefined): NewArrival {
  const message = problem?.detail ?? 'The server could not answer.';
  const issue = { code: problem?.code ?? 'internal', pointer: '', found: '', expected: '', nearest: null, message };
  return {
    ...{ kind: 'request', verdict: 'refused', source: null, id: null, subject: null, type: null },
    ...{ issues: [issue], hints: [], message, received: receivedBytes(body) },
  };
}

/** The items of a body that was read: binary mode has the attributes of its one event in headers. */
function itemsOf({ headers, body }: TappedExchange): readonly unknown[] {
  const value = parsed(body);
  const attributes = [...headers].filter(([name]) => name.startsWith('ce-'));
  const isBinary = attributes.length > 0 && !headers.get('content-type')?.includes('cloudevents');
  if (!isBinary) return Array.isArray(value) ? value : [value];
  return [{ ...Object.fromEntries(attributes.map(([name, text]) => [name.slice(3), text])), data: value }];
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return receivedBytes(body);
  }
}

function receivedForm(headers: Headers, body: Uint8Array): string {
  if (!headers.get('content-type')?.includes('urlencoded')) return receivedBytes(body);
  return [...new URLSearchParams(receivedBytes(body))].map(([name, value]) => `${name}=${value}`).join('\n');
}

function typeOf(item: unknown): string | null {
  return typeof item === 'object' && item !== null && 'type' in item && typeof item.type === 'string'
    ? item.type
    : null;
}

function atPointer({ field, ...issue }: FieldIssue): ItemIssue {
  return { ...issue, pointer: field === '' ? '' : `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}
