import { eventRank } from '@sameteam/model';
import type { EventBatch, EventColumns } from './event-batch.ts';
import { unpackTexts } from './pack-events.ts';

/** Rank of the events that say that the personal data of their subject was removed. */
export const erasedRank: number = eventRank('record.erased');

/** These say nothing of a person, and have to get in: an erasure that came twice, and one that was a mistake. */
const always: ReadonlySet<number> = new Set([erasedRank, eventRank('event.retracted')]);

const contactPrefix = 'contact/';

/** Whose personal data was removed, as an import sees it: what was known before it, and what it says itself. */
export class Erasures {
  private readonly known: ReadonlySet<string>;
  private readonly own = new Set<string>();
  private hasContacts: boolean;

  /** @param known subjects of the erasures that count when the import begins */
  constructor(known: ReadonlySet<string>) {
    this.known = known;
    this.hasContacts = false;
    for (const subject of known) if (subject.startsWith(contactPrefix)) this.hasContacts = true;
  }

  get isEmpty(): boolean {
    return this.known.size + this.own.size === 0;
  }

  /** Whether a subject was erased. */
  has(subject: string): boolean {
    return this.known.has(subject) || this.own.has(subject);
  }

  /** From now on a subject is erased. */
  add(subject: string): void {
    this.own.add(subject);
    if (subject.startsWith(contactPrefix)) this.hasContacts = true;
  }

  /** Whether an event is refused: one about a subject that was erased, or one that names an erased contact. */
  refuses({ type, subject, data }: Pick<EventColumns, 'type' | 'subject' | 'data'>, index: number): boolean {
    if (this.isEmpty || always.has(type[index] as number)) return false;
    if (this.has(subject[index] as string)) return true;
    const contact = this.hasContacts ? namedContact(data[index] as string) : null;
    return contact !== null && this.has(contact);
  }

  /** Whether anything of a batch is refused, or erases: the batch must then be judged event by event. */
  concerns({ count, type, subject, data }: EventBatch): boolean {
    if (type.includes(erasedRank)) return true;
    if (this.isEmpty) return false;
    const columns = {
      type,
      subject: unpackTexts(subject, count),
      data: this.hasContacts ? unpackTexts(data, count) : [],
    };
    for (let index = 0; index < count; index++) if (this.refuses(columns, index)) return true;
    return false;
  }
}

/** The contact that an event names in `data.contact.ref`. */
function namedContact(data: string): string | null {
  // In canonical form there is no blank, and hardly any event names one: few are parsed.
  if (!data.includes('"ref":"contact/')) return null;
  const { contact } = JSON.parse(data) as { readonly contact?: { readonly ref?: unknown } | string | null };
  const ref = typeof contact === 'object' ? contact?.ref : undefined;
  return typeof ref === 'string' ? ref : null;
}
