import type { Payload } from '../story/story.ts';

/** Whether a rep tried to reach the lead: what a machine sends is no attempt (rule 9), nor is what comes in. */
export function isAttempt(payload: Payload): boolean {
  return payload.automated !== true && payload.direction !== 'inbound';
}

/** Whether a rep and the lead were in touch, whoever called. */
export function isConnect(payload: Payload): boolean {
  return payload.automated !== true && payload.connected === true;
}
