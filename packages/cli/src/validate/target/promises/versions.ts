import { issue } from '../checks/issue.ts';
import { status } from '../checks/status.ts';
import { verdicts } from '../checks/verdicts.ts';
import { type ConformancePromise, step } from '../conformance-promise.ts';
import { postEvent } from '../test-request.ts';

const clause = 'Versions';
const channel = 'sameteam_conformance';

/** What becomes of events of versions that the endpoint does not know. */
export const versions: readonly ConformancePromise[] = [
  {
    id: 'newer-minor',
    says: 'A newer minor version is accepted with fields that are not known yet.',
    clause,
    steps: ({ event }) => [
      step(
        postEvent(
          event('newer-minor', {
            dataschema: 'urn:sameteam:schema:1.999:lead.captured',
            data: { source: { channel }, fieldOfTheFuture: 'kept' },
          }),
          'an event of version 1.999 with a field that nobody knows',
        ),
        status(200),
        verdicts('accepted'),
      ),
    ],
  },
  {
    id: 'newer-major',
    says: 'A newer major version is refused.',
    clause,
    steps: ({ event }) => [
      step(
        postEvent(
          event('newer-major', { dataschema: 'urn:sameteam:schema:999.0:lead.captured' }),
          'an event of version 999.0',
        ),
        issue({ code: 'unknown-version', pointer: '/dataschema' }),
      ),
    ],
  },
  {
    id: 'unknown-attribute',
    says: 'An attribute of the envelope that is not known is kept.',
    clause,
    steps: ({ event }) => [
      step(
        postEvent(
          event('attribute', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
          'an event with the attribute "traceparent"',
        ),
        verdicts('accepted'),
      ),
    ],
  },
];
