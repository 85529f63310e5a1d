import { issue } from '../checks/issue.ts';
import { status } from '../checks/status.ts';
import { verdicts } from '../checks/verdicts.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import { postBatch, postEvent } from '../test-request.ts';

const clause = 'Your own ids';

/** What makes two events the same. */
export const identity: readonly ConformancePromise[] = [
  {
    id: 'duplicate-later',
    says: 'An event that is sent again later is a duplicate, and no fault.',
    clause,
    steps: ({ event }) => {
      const request = postEvent(event('again'), 'one event');
      return [
        step(request, verdicts('accepted')),
        step({ ...request, says: 'the same event again' }, status(200), verdicts('duplicate')),
      ];
    },
  },
  {
    id: 'duplicate-in-batch',
    says: 'An event that stands twice in a batch is accepted once.',
    clause,
    steps: ({ event }) => [
      step(
        postBatch([event('twice'), event('twice')], 'a batch with the same event twice'),
        status(200),
        verdicts('accepted', 'duplicate'),
      ),
    ],
  },
  {
    id: 'duplicate-reordered',
    says: 'The order of the fields makes no other content.',
    clause,
    steps: ({ event }) => {
      const reversed = Object.fromEntries(Object.entries(event('reordered')).toReversed());
      return [
        step(postEvent(event('reordered'), 'one event'), verdicts('accepted')),
        step(postEvent(reversed, 'the same event with its fields in another order'), verdicts('duplicate')),
      ];
    },
  },
  {
    id: 'conflict',
    says: 'Other content under an id that was used goes to quarantine as a conflict.',
    clause,
    steps: ({ event }) => [
      step(postEvent(event('conflict'), 'one event'), verdicts('accepted')),
      step(
        postEvent(
          event('conflict', { data: { source: { channel: 'another_channel' } } }),
          'other content with the same source and id',
        ),
        issue({ code: 'conflict' }),
      ),
    ],
  },
  {
    id: 'same-id-other-source',
    says: 'The same id of another source is another event.',
    clause,
    steps: ({ event, source }) => [
      step(postEvent(event('shared'), 'one event'), verdicts('accepted')),
      step(
        postEvent(event('shared', { source: `${source}/other` }), 'an event with the same id and another source'),
        verdicts('accepted'),
      ),
    ],
  },
];
