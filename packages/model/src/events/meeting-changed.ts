import { meetingShape } from '../entities/meeting.ts';
import { dataOf } from './data-of.ts';

/** A meeting with a lead was planned, moved, held, missed or called off. */
export const meetingChanged = dataOf(meetingShape).describe(
  'A meeting with a lead was planned, moved, held, missed or called off.',
);
