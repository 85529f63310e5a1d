import type { Agreement } from '../../agreement.ts';
import { type Clause, clausesOf } from '../../clause/clauses-of.ts';
import { isJsonObject } from '../../effective/merge-patch.ts';
import { clauseSpeaker } from '../../words/clause-in-words.ts';
import { readableName } from '../../words/readable-name.ts';
import type { ClauseText } from './outline.ts';
import { rankInPart } from './section-of-clause.ts';

/**
 * Every clause of an agreement with its sentences, in the order of the document. Addresses that other numbers link to and
 * that are no clause, such as `handOffs`, are given to the first clause below them.
 */
export function clauseTexts(agreement: Agreement): readonly ClauseText[] {
  const clauses = clausesOf(agreement);
  const speak = clauseSpeaker(agreement);
  const taken = new Set(clauses.map(({ address }) => address));
  const variants = variantsOf([...taken]);
  const sorted = arranged(agreement, [...taken]);
  const byAddress = new Map(clauses.map((clause) => [clause.address, clause]));
  return sorted.flatMap((address) => {
    const clause = byAddress.get(address);
    if (clause === undefined) return [];
    const anchors = prefixesOf(address).filter((prefix) => !taken.has(prefix));
    for (const anchor of anchors) taken.add(anchor);
    const found = variants.filter(({ target }) => target === address || target.startsWith(`${address}.`));
    return [
      {
        address,
        anchors,
        isOrder: isOrder(clause),
        name: nameOf(address),
        sentences: speak(clause),
        variants: found,
      },
    ];
  });
}

function prefixesOf(address: string): readonly string[] {
  const steps = address.split('.');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'));
}

interface Variant {
  readonly segment: string;
  readonly clause: string;
  readonly target: string;
}

function variantsOf(addresses: readonly string[]): readonly Variant[] {
  return addresses.flatMap((clause) => {
    const [section, segment = '', ...rest] = clause.split('.');
    return section === 'overrides' && rest.length > 0 ? [{ segment, clause, target: rest.join('.') }] : [];
  });
}

// Readiness and hand-offs are looked for in an order of their own, so they are read in it.
function arranged({ order }: Agreement, addresses: readonly string[]): readonly string[] {
  const own = new Map(
    [...order.readiness.map((name) => `readiness.${name}`), ...order.handOffs.map((name) => `handOffs.${name}`)].map(
      (address, index) => [address, index],
    ),
  );
  return addresses.toSorted((a, b) => rankInPart(a) - rankInPart(b) || (own.get(a) ?? 0) - (own.get(b) ?? 0) || 0);
}

const namedSections: ReadonlySet<string> = new Set(['sla', 'handOffs']);

function isOrder({ address, value }: Clause): boolean {
  return address.startsWith('order.') || (isJsonObject(value) && Array.isArray(value.order));
}

function nameOf(address: string): string | null {
  const [section = '', name] = address.split('.');
  return namedSections.has(section) && name !== undefined ? readableName(name) : null;
}
