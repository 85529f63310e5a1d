import type { Agreement } from '../../agreement.ts';
import { groupBy } from '../../group-by.ts';
import { dayInWords } from '../../words/day-in-words.ts';
import { nameIn } from '../../words/names.ts';
import { type Phrase, partText, say } from '../../words/phrase.ts';
import { readableName } from '../../words/readable-name.ts';
import { shownText } from '../../words/shown-text.ts';
import { agreementFlow } from '../flow/agreement-flow.ts';
import { flowInWords } from '../flow/flow-in-words.ts';
import { type RenderOptions, unsignedStatus } from '../render-options.ts';
import { agreeing } from './agreeing.ts';
import { changeBlocks } from './change-blocks.ts';
import { clauseTexts } from './clause-texts.ts';
import { commonWords } from './common-words.ts';
import { holidayBlocks } from './holiday-blocks.ts';
import { inShort } from './in-short.ts';
import type { Block, ClauseText, Outline, Section } from './outline.ts';
import { type ClausePart, clauseParts, partOfClause } from './section-of-clause.ts';
import { type Side, sidesOf } from './sides-of.ts';
import { signatureLines, stateBlock } from './state-block.ts';

/** Everything that the document says, in its order, for both HTML and Markdown. */
export function documentOutline(agreement: Agreement, options: RenderOptions): Outline {
  const { status = unsignedStatus, previous = null, issues = [], pins = null } = options;
  const texts = clauseTexts(agreement);
  const sides = sidesOf(agreement);
  const parts = groupBy(texts, ({ address }) => partOfClause(address));
  const clauseSections = (Object.keys(clauseParts) as ClausePart[]).flatMap((part): readonly Section[] => {
    const clauses = parts.get(part) ?? [];
    const blocks = [...blocksOf(agreement, part, clauses), ...(part === 'time' ? holidayBlocks(agreement, pins) : [])];
    return blocks.length === 0 ? [] : [{ id: `part-${part}`, title: clauseParts[part], blocks }];
  });
  const shown = issues.filter(({ severity }) => severity !== 'information');
  const sections: readonly Section[] = [
    { id: 'part-short', title: 'In short', blocks: [{ kind: 'list', items: inShort(agreement, sides) }] },
    ...(previous === null ? [] : [changesSection(previous, agreement)]),
    ...(shown.length === 0 ? [] : [issuesSection(shown)]),
    ...clauseSections,
    {
      id: 'part-signatures',
      title: 'Signatures',
      blocks: [{ kind: 'signatures', lines: signatureLines(agreement, status) }],
    },
    { id: 'part-addresses', title: 'Key of addresses', blocks: [addressBlock(texts)] },
  ];
  return {
    title: shownText(agreement.name),
    language: 'en',
    facts: factsOf(agreement, sides),
    state: stateBlock(agreement, status),
    sections,
    anchors: new Set(texts.flatMap(({ address, anchors }) => [address, ...anchors])),
  };
}

function factsOf({ version, effective, until, signatures }: Agreement, sides: readonly Side[]): readonly Phrase[] {
  const { required } = signatures;
  const { teams, under } = agreeing(required, sides);
  const who = required.length === 0 ? [] : [say`Agreement of ${teams}${under}`];
  return [
    ...who,
    say`Version ${version}`,
    [effective === null ? 'No first day set' : `From ${dayInWords(effective)}`],
    ...(until === null ? [] : [[`Until ${dayInWords(until)}`]]),
  ];
}

function changesSection(previous: Agreement, agreement: Agreement): Section {
  return {
    id: 'part-changes',
    title: `What changed since version ${previous.version}`,
    blocks: changeBlocks(previous, agreement),
  };
}

function issuesSection(issues: NonNullable<RenderOptions['issues']>): Section {
  const entries = issues.map(({ severity, message, remedy }) => ({
    severity,
    text: shownText(`${message} ${remedy}`),
  }));
  return { id: 'part-issues', title: 'What the check found', blocks: [{ kind: 'issues', issues: entries }] };
}

function blocksOf(agreement: Agreement, part: ClausePart, clauses: readonly ClauseText[]): readonly Block[] {
  if (part === 'owed') return owedBlocks(agreement, clauses);
  if (part === 'words') {
    const words = commonWords(agreement);
    const common: readonly Block[] = [
      { kind: 'heading', title: 'Words of this document' },
      { kind: 'definitions', entries: words },
    ];
    return [...clauseBlocks(clauses), ...common];
  }
  if (part === 'handoffs') return [...pictureBlocks(agreement), ...clauseBlocks(clauses)];
  if (part === 'segments') return segmentBlocks(clauses);
  return clauseBlocks(clauses);
}

function clauseBlocks(clauses: readonly ClauseText[]): readonly Block[] {
  return clauses.length === 0 ? [] : [{ kind: 'clauses', clauses }];
}

function owedBlocks(agreement: Agreement, clauses: readonly ClauseText[]): readonly Block[] {
  const byName = new Map(clauses.map((clause) => [clause.address.slice('sla.'.length), clause]));
  const sides = sidesOf(agreement).map(({ team, owes }) => ({
    title: `${capitalised(partText(nameIn('teams', team)))} owes`,
    clauses: owes.flatMap((name) => byName.get(name) ?? []),
  }));
  return sides.length === 0 ? [] : [{ kind: 'sides', sides }];
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function pictureBlocks(agreement: Agreement): readonly Block[] {
  const flow = agreementFlow(agreement);
  return [{ kind: 'picture', flow, title: 'Hand-offs and programs', ways: flowInWords(flow) }];
}

/** Each segment with what is different for it. */
function segmentBlocks(clauses: readonly ClauseText[]): readonly Block[] {
  const own = clauses.filter(({ address }) => !address.startsWith('overrides.'));
  const different = groupBy(
    clauses.filter(({ address }) => address.startsWith('overrides.')),
    ({ address }) => address.split('.')[1] ?? '',
  );
  return [
    ...clauseBlocks(own),
    ...[...different].flatMap(([segment, changes]): readonly Block[] => [
      { kind: 'heading', title: `For leads of the segment ${readableName(segment)}` },
      { kind: 'clauses', clauses: changes },
    ]),
  ];
}

function addressBlock(texts: readonly ClauseText[]): Block {
  const entries = texts
    .flatMap(({ address, anchors }) =>
      [...anchors, address].map((one) => ({ address: one, section: clauseParts[partOfClause(address)] })),
    )
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return { kind: 'addresses', entries };
}
