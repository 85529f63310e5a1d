import { allowsPost } from '../checks/answer.ts';
import { problem, problemDetails } from '../checks/problem.ts';
import { status } from '../checks/status.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import type { TestKit } from '../test-kit.ts';
import { postOf, type TestRequest } from '../test-request.ts';

const clause = 'When nothing could be read';

/** 8 MiB, the longest body that is read. */
const longestBody = 8_388_608;
/** The most items of one request. */
const mostItems = 10_000;

/** One byte that UTF-8 does not have, in an event that is good otherwise. */
function badUtf8({ event }: TestKit): Uint8Array {
  const text = JSON.stringify(event('bad-utf8', { data: { product: 'caf~' } }));
  return new TextEncoder().encode(text).map((byte) => (byte === 0x7e ? 0xe9 : byte));
}

/** Requests that cannot be read as a whole. */
export const badRequests: readonly ConformancePromise[] = [
  {
    id: 'body-too-large',
    says: 'A body of more than 8 MiB is refused with 413.',
    clause,
    steps: ({ event }) => {
      const body = JSON.stringify(event('too-large', { filler: 'x'.repeat(longestBody) }));
      return [
        step(
          postOf(body, { says: 'a body of more than 8 MiB', events: 1, type: 'structured' }),
          problem(413, 'body-too-large'),
        ),
      ];
    },
  },
  {
    id: 'too-many-items',
    says: 'A batch of more than 10,000 items is refused with 413.',
    clause,
    steps: () => {
      const body = `[${Array.from({ length: mostItems + 1 }, () => '{}').join()}]`;
      const request = postOf(body, { says: 'a batch of 10,001 empty objects', events: 0, type: 'batch' });
      return [step(request, problem(413, 'too-many-items'))];
    },
  },
  {
    id: 'bad-utf8',
    says: 'A body that is not UTF-8 is refused with 400.',
    clause,
    steps: (kit) => [
      step(
        postOf(badUtf8(kit), { says: 'an event in Latin-1', events: 1, type: 'structured' }),
        problem(400, 'malformed-json'),
      ),
    ],
  },
  {
    id: 'malformed-json',
    says: 'A body that is not JSON is refused with 400.',
    clause,
    steps: ({ event }) => [
      step(
        postOf(JSON.stringify(event('broken')).slice(0, -1), {
          says: 'an event that breaks off',
          events: 1,
          type: 'structured',
        }),
        problem(400, 'malformed-json'),
      ),
    ],
  },
  {
    id: 'wrong-content-type',
    says: 'A content type that is not read is refused with 415.',
    clause,
    steps: ({ event }) => [
      step(
        postOf(JSON.stringify(event('text')), { says: 'an event as text/plain', events: 1, type: 'text/plain' }),
        problem(415, 'unsupported-media-type'),
      ),
    ],
  },
  {
    id: 'only-post',
    says: 'GET is answered with 405 and the method that works.',
    clause,
    steps: () => {
      const request: TestRequest = { ...postOf('', { says: 'a GET', events: 0 }), method: 'GET', headers: {} };
      return [step(request, status(405), allowsPost), step({ ...request, path: '/v1/leads' }, status(405), allowsPost)];
    },
  },
  {
    id: 'problem-details',
    says: 'What could not be read is answered with problem details (RFC 9457).',
    clause,
    steps: () => [
      step(postOf('{', { says: 'a brace alone', events: 0, type: 'structured' }), problemDetails),
      step(postOf('x', { says: 'a letter as text/plain', events: 0, type: 'text/plain' }), problemDetails),
    ],
  },
];
