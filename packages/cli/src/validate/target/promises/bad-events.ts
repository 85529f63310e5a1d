import { issue, type WantedIssue, wholeIssues } from '../checks/issue.ts';
import { status } from '../checks/status.ts';
import { verdicts } from '../checks/verdicts.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import type { TestKit } from '../test-kit.ts';
import { postBatch, postEvent, postOf } from '../test-request.ts';

const clause = 'When something is refused';
const deepList = '['.repeat(10_000) + ']'.repeat(10_000);
const channel = 'sameteam_conformance';

interface BadEvent {
  readonly says: string;
  readonly sends: string;
  readonly wants: WantedIssue;
  readonly changes: (kit: TestKit) => Readonly<Record<string, unknown>>;
}

/** Faults of one event, by the id of the promise that they are named. */
const badEvents: Readonly<Record<string, BadEvent>> = {
  'wrong-type': {
    says: 'A value of a wrong type is named by its place.',
    sends: 'a number where text belongs',
    wants: { code: 'wrong-type', pointer: '/data/source/channel' },
    changes: () => ({ data: { source: { channel: 42 } } }),
  },
  'missing-field': {
    says: 'A missing field is named.',
    sends: 'an event without time',
    wants: { code: 'missing', pointer: '/time' },
    changes: () => ({ time: undefined }),
  },
  'unknown-field': {
    says: 'An unknown field is named, with the nearest one that is known.',
    sends: 'a misspelt field, "contat"',
    wants: { code: 'unknown-field', pointer: '/data/contat', nearest: 'contact' },
    changes: () => ({ data: { contat: { role: 'vp' }, source: { channel } } }),
  },
  'unknown-event-type': {
    says: 'An unknown type of event is refused, with the nearest one that is known.',
    sends: 'a misspelt type, "lead.capture"',
    wants: { code: 'unknown-type', pointer: '/type', nearest: 'lead.captured' },
    changes: () => ({ type: 'lead.capture' }),
  },
  'future-time': {
    says: 'An event that has not happened yet is refused.',
    sends: 'a time of tomorrow',
    wants: { code: 'time-in-future', pointer: '/time' },
    changes: ({ nowMs }) => ({ time: new Date(nowMs + 86_400_000).toISOString() }),
  },
  'time-without-zone': {
    says: 'A time without its zone is refused.',
    sends: 'a time without zone',
    wants: { code: 'time-without-zone', pointer: '/time' },
    changes: () => ({ time: '2026-03-01T09:00:00' }),
  },
  'wrong-subject': {
    says: 'A subject that is no typed id is refused.',
    sends: 'a subject without its kind',
    wants: { code: 'wrong-subject', pointer: '/subject' },
    changes: ({ id }) => ({ subject: id('wrong-subject') }),
  },
  'unsafe-number': {
    says: 'A number beyond 2^53 is refused.',
    sends: 'a number beyond 2^53 among the attributes',
    wants: { code: 'unsafe-integer', pointer: '/data/attributes/number' },
    changes: () => ({ data: { source: { channel }, attributes: { number: 2 ** 60 } } }),
  },
  nul: {
    says: 'Text with the character NUL is refused.',
    sends: 'a text with the character NUL',
    wants: { code: 'nul', pointer: '/data/product' },
    changes: () => ({ data: { source: { channel }, product: 'a\0b' } }),
  },
  'lone-surrogate': {
    says: 'Text with half of a surrogate pair is refused.',
    sends: 'a text with half of a surrogate pair',
    wants: { code: 'lone-surrogate', pointer: '/data/product' },
    changes: () => ({ data: { source: { channel }, product: 'a\ud800b' } }),
  },
  'prototype-keys': {
    says: 'A key that could change other objects is refused.',
    sends: 'the key "__proto__" among the attributes',
    wants: { code: 'forbidden-key', pointer: '/data/attributes/__proto__' },
    changes: () => ({ data: { source: { channel }, attributes: { ['__proto__']: { isPolluted: true } } } }),
  },
};

/** What is said of bad events, and that they stay alone. */
export const badEventPromises: readonly ConformancePromise[] = [
  ...Object.entries(badEvents).map(([id, { says, sends, wants, changes }]) => ({
    id,
    says,
    clause,
    steps: (kit: TestKit) => [step(postEvent(kit.event(id, changes(kit)), sends), issue(wants))],
  })),
  {
    id: 'too-deep',
    says: 'An event of 10,000 levels is refused, and harms nothing.',
    clause,
    steps: ({ event }) => {
      // Written as text: JSON.stringify has not the stack for it.
      const body = JSON.stringify(event('too-deep', { nested: 0 })).replace(/"nested":0/, `"nested":${deepList}`);
      return [
        step(
          postOf(body, { says: 'an attribute of 10,000 levels', events: 1, type: 'structured' }),
          issue({ code: 'too-deep' }),
        ),
      ];
    },
  },
  {
    id: 'rest-of-batch',
    says: 'Bad events do not stop the rest of a batch.',
    clause,
    steps: ({ event }) => {
      const batch = [
        event('rest-1'),
        event('rest-2', { data: { source: { channel: 42 } } }),
        event('rest-3', { time: undefined }),
        event('rest-4', { data: { contat: {} } }),
        event('rest-5'),
        event('rest-6'),
      ];
      const wanted = ['accepted', 'quarantined', 'quarantined', 'quarantined', 'accepted', 'accepted'] as const;
      return [step(postBatch(batch, 'a batch of 3 good and 3 bad events'), status(200), verdicts(...wanted))];
    },
  },
  {
    id: 'all-refused',
    says: 'When every event is refused, the status is 422.',
    clause,
    steps: ({ event }) => [
      step(
        postBatch(
          [event('all-1', { time: undefined }), event('all-2', { type: 'lead.capture' })],
          'a batch of bad events alone',
        ),
        status(422),
        verdicts('quarantined', 'quarantined'),
      ),
    ],
  },
  {
    id: 'whole-issues',
    says: 'Each refusal says where, what was found, what is expected, and a sentence.',
    clause,
    steps: ({ event }) => [
      step(
        postBatch([event('whole-1', { type: 'x' }), event('whole-2', { id: '' })], 'a batch of 2 bad events'),
        verdicts('quarantined', 'quarantined'),
        wholeIssues,
      ),
    ],
  },
];
