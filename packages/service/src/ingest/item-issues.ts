import type { ItemIssue } from '@sameteam/api';
import type { LeadEvent } from '@sameteam/model';

/**
 * What is said of an event whose source and id are stored already, with other content.
 * @example conflictIssue({ source: '/form', id: '1' }).code // 'conflict'
 */
export function conflictIssue({ source, id }: Pick<LeadEvent, 'source' | 'id'>): ItemIssue {
  return {
    code: 'conflict',
    pointer: '',
    found: 'other content than before',
    expected: 'a new id for what is new, or exactly what was sent before',
    nearest: null,
    message: `The source ${JSON.stringify(source)} has sent other content under the id ${JSON.stringify(id)} before, and that stands. Send what is new under an id of its own; to take the earlier event back, send event.retracted.`,
  };
}

/**
 * What is said of a retraction of what somebody else sent, or of a whole import: who sends may take back its own events.
 * @returns `null` for every other event
 * @example
 * const event = { specversion: '1.0', id: '1', source: '/crm', type: 'lead.accepted', subject: 'lead/42',
 *   time: '2026-10-01T09:30:00Z', data: {} } as const;
 * foreignRetraction(event) // null
 */
export function foreignRetraction(event: LeadEvent): ItemIssue | null {
  if (event.type !== 'event.retracted') return null;
  const { source } = event;
  const { target } = event.data;
  const isImport = 'import' in target;
  if (!isImport && target.source === source) return null;
  return {
    code: 'not-permitted',
    pointer: isImport ? '/data/target/import' : '/data/target/source',
    found: JSON.stringify(isImport ? target.import : target.source),
    expected: `an event of ${JSON.stringify(source)} itself`,
    nearest: null,
    message: isImport
      ? 'A whole import cannot be taken back over HTTP. Take back your events one by one; the one who looks after the store can run `sameteam import --undo`.'
      : `The source ${JSON.stringify(source)} cannot take back an event of another one. Send the retraction with the source of the event.`,
  };
}

/** What quarantine says of an item about somebody who was erased. */
export const erasedSentence = 'It is about somebody who was erased: nothing of it is kept.';

/**
 * What is said of an event about somebody who was erased.
 * @example erasedIssue({ subject: 'lead/42' }).code // 'erased'
 */
export function erasedIssue({ subject }: Pick<LeadEvent, 'subject'>): ItemIssue {
  return {
    code: 'erased',
    pointer: '/subject',
    found: JSON.stringify(subject),
    expected: 'a subject that was not erased',
    nearest: null,
    message: `${JSON.stringify(subject)} was erased, and nothing more is taken of it or kept. Delete its data on your side too, and stop sending it.`,
  };
}
