import type { EventType } from '@sameteam/model';
import { eventNoun, eventWords } from './event-in-words.ts';
import { listed, type Phrase, say } from './phrase.ts';

type Thing = 'lead' | 'opportunity';

interface Doing {
  readonly event: EventType;
  /** What it is done to. */
  readonly to: Thing;
  readonly verb: string | undefined;
}

/**
 * What somebody does who brings one of some events about: "opens an opportunity for each lead, recycles or disqualifies it".
 * @param about what it is owed for
 * @param each what stands for all of these, such as "each hot lead"
 */
export function doingPhrase(events: readonly EventType[], about: Thing, each: Phrase): Phrase {
  const all = events.map((event): Doing => ({ event, to: doneTo(event), verb: eventWords[event].verb }));
  // Verbs at the end share what they are done to: "recycles or disqualifies it".
  const sharing = (index: number) =>
    all.slice(index).every(({ verb, to }) => verb !== undefined && to === all[index]?.to);
  const phrases = all.map((doing, index) => {
    const { verb, event } = doing;
    const isNamed = all.slice(0, index).some((_, before) => !sharing(before));
    const object = objectPhrase(doing.to, about, isNamed ? null : each);
    if (verb === undefined) return templatePhrase(event, about, object);
    return sharing(index) && index < all.length - 1 ? [verb] : say`${verb} ${object}`;
  });
  return listed(phrases, 'or');
}

function doneTo(event: EventType): Thing {
  return event.startsWith('opportunity.') && event !== 'opportunity.opened' ? 'opportunity' : 'lead';
}

/** Each of them where they are named first, "it" from then on. */
function objectPhrase(to: Thing, about: Thing, each: Phrase | null): Phrase {
  if (each !== null) return to === about ? each : say`the ${to} of ${each}`;
  return [to === about ? 'it' : `its ${to}`];
}

function templatePhrase(event: EventType, about: Thing, object: Phrase): Phrase {
  const { does = `sees to the ${eventNoun(event, about)} for {}` } = eventWords[event];
  const [before = '', after = ''] = does.split('{}');
  return say`${before}${object}${after}`;
}
