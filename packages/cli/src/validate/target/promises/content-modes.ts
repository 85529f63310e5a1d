import { status } from '../checks/status.ts';
import { verdicts } from '../checks/verdicts.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import { postBatch, postEvent, postOf } from '../test-request.ts';

const clause = 'Events instead of flat leads';

/** How events may be sent. */
export const contentModes: readonly ConformancePromise[] = [
  {
    id: 'single-structured',
    says: 'One event in structured mode is accepted.',
    clause,
    steps: ({ event }) => [
      step(postEvent(event('structured'), 'one event in structured mode'), status(200), verdicts('accepted')),
    ],
  },
  {
    id: 'single-binary',
    says: 'One event in binary mode is accepted: attributes in headers, data in the body.',
    clause,
    steps: ({ event }) => {
      const { data, ...attributes } = event('binary');
      const headers = Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]),
      );
      const request = postOf(JSON.stringify(data), { says: 'one event in binary mode', events: 1, headers });
      return [step(request, status(200), verdicts('accepted'))];
    },
  },
  {
    id: 'batch',
    says: 'A batch of events is accepted.',
    clause,
    steps: ({ event }) => {
      const events = ['batch-1', 'batch-2', 'batch-3'].map((name) => event(name));
      return [
        step(postBatch(events, 'a batch of 3 events'), status(200), verdicts(...events.map(() => 'accepted' as const))),
      ];
    },
  },
  {
    id: 'plain-json',
    says: 'One event, or an array of events, is accepted as application/json.',
    clause,
    steps: ({ event }) => [
      step(
        postOf(JSON.stringify(event('json')), { says: 'one event as application/json', events: 1 }),
        status(200),
        verdicts('accepted'),
      ),
      step(
        postOf(JSON.stringify([event('json-1'), event('json-2')]), {
          says: 'an array of 2 events as application/json',
          events: 2,
          type: 'application/json; charset=utf-8',
        }),
        status(200),
        verdicts('accepted', 'accepted'),
      ),
    ],
  },
  {
    id: 'empty-batch',
    says: 'An empty batch is no fault.',
    clause,
    steps: () => [step(postBatch([], 'an empty batch'), status(200), verdicts())],
  },
];
