import { countsAddUp, importNamed, inOrder } from '../checks/answer.ts';
import { status } from '../checks/status.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import type { TestKit } from '../test-kit.ts';
import { postBatch } from '../test-request.ts';

const clause = 'What the answer says';

/** Two good events, a repeated one, and a bad one. */
function mixedBatch({ event }: TestKit, name: string): readonly Readonly<Record<string, unknown>>[] {
  return [
    event(`${name}-1`),
    event(`${name}-2`, { data: { source: { channel: 42 } } }),
    event(`${name}-1`),
    event(`${name}-3`),
  ];
}

/** The shape of an answer. */
export const answers: readonly ConformancePromise[] = [
  {
    id: 'counts-add-up',
    says: 'The counts of an answer are those of its verdicts, and add up.',
    clause,
    steps: (kit) => [
      step(postBatch(mixedBatch(kit, 'counts'), 'a batch of good, bad and repeated events'), countsAddUp(4)),
      step(postBatch([], 'an empty batch'), countsAddUp(0)),
    ],
  },
  {
    id: 'items-in-order',
    says: 'There is one verdict for each event, in their order, with its identity.',
    clause,
    steps: (kit) => {
      const batch = mixedBatch(kit, 'order');
      const ids = batch.map(({ id }) => String(id));
      return [step(postBatch(batch, 'a batch of good, bad and repeated events'), inOrder(ids))];
    },
  },
  {
    id: 'import-named',
    says: 'An answer names the import that new events were stored with, and none where nothing was new.',
    clause,
    steps: ({ event }) => {
      const request = postBatch([event('import')], 'a batch of one new event');
      return [
        step(request, status(200), importNamed(true)),
        step({ ...request, says: 'the same batch again' }, status(200), importNamed(false)),
      ];
    },
  },
];
