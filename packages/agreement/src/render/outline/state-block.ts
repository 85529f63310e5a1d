import type { Agreement } from '../../agreement.ts';
import { dayInWords } from '../../words/day-in-words.ts';
import { nameIn, namesIn } from '../../words/names.ts';
import { listed, type Phrase, say, sentenceOf } from '../../words/phrase.ts';
import { shownText } from '../../words/shown-text.ts';
import type { DocumentStatus, ShownSignature } from '../render-options.ts';
import type { SignatureLine, StateBlock } from './outline.ts';

const titles = { draft: 'Draft', signed: 'Signed', binding: 'Binding', ended: 'No longer binding' } as const;

/** Whether the version binds, who has signed when, and who has not. */
export function stateBlock(agreement: Agreement, { state, signatures }: DocumentStatus): StateBlock {
  const signed = new Set(signatures.map(({ signer }) => signer));
  const missing = agreement.signatures.required.filter((name) => !signed.has(name));
  const sentences: Phrase[] = [
    ...(state === 'draft' ? [missingSentence(missing)] : []),
    ...signatures.map((signature) => signedSentence(agreement, signature)),
    ...sinceSentence(agreement, state),
  ];
  return { state, title: titles[state], sentences: sentences.map(sentenceOf) };
}

function missingSentence(missing: readonly string[]): Phrase {
  if (missing.length === 0) return ['this version does not bind'];
  return say`this version does not bind: it is not signed by ${listed(namesIn('teams', missing), 'or')}`;
}

function signedSentence(agreement: Agreement, signature: ShownSignature): Phrase {
  const { signer, by } = signature;
  const person = by === null ? '' : say` (${{ own: shownText(by) }})`;
  return say`signed by ${nameIn('teams', signer)}${person} on ${signedWhen(agreement, signature)}`;
}

function sinceSentence({ effective, timeZone }: Agreement, state: DocumentStatus['state']): readonly Phrase[] {
  if (effective === null) return state === 'draft' ? [] : [['no day is set from which it binds']];
  const day = `${dayInWords(effective)} (${timeZone})`;
  if (state === 'binding') return [[`binding since ${day}`]];
  return state === 'ended' ? [[`it was binding from ${day}`]] : [[`it is to bind from ${day}`]];
}

/** When somebody signed, in the agreement's zone. */
function signedWhen({ timeZone }: Agreement, { signedAt }: ShownSignature): string {
  const time = new Date(signedAt);
  if (Number.isNaN(time.getTime())) return shownText(signedAt);
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' });
  return `${parts.format(time)} (${timeZone})`;
}

/** One line for each who must sign or signs as a witness. */
export function signatureLines(agreement: Agreement, { signatures }: DocumentStatus): readonly SignatureLine[] {
  const { required, witness } = agreement.signatures;
  const line = (signer: string, role: string): SignatureLine => {
    const signature = signatures.find((entry) => entry.signer === signer);
    const head = agreement.teams[signer]?.head;
    return {
      signer,
      role,
      head: head === undefined ? null : shownText(head),
      signed:
        signature === undefined
          ? null
          : { by: signature.by === null ? null : shownText(signature.by), when: signedWhen(agreement, signature) },
    };
  };
  return [
    ...[...new Set(required)].map((signer) => line(signer, 'For the team')),
    ...[...new Set(witness)].filter((name) => !required.includes(name)).map((signer) => line(signer, 'Witness')),
  ];
}
