import { readableName } from '../../words/readable-name.ts';
import { anchorOf } from '../outline/anchor-of.ts';
import type { Block, ClauseText, SignatureLine } from '../outline/outline.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { markdownPhrase, markdownSentences } from './markdown-phrase.ts';

type Anchors = ReadonlySet<string>;
type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

const writers: { readonly [K in Block['kind']]: (block: BlockOf<K>, anchors: Anchors) => string } = {
  text: ({ sentences }, anchors) => markdownSentences(sentences, { anchors }),
  heading: ({ title }) => `### ${escapeMarkdown(title)}`,
  list: ({ items }, anchors) => items.map((item) => `- ${markdownPhrase(item, { anchors })}`).join('\n'),
  clauses: ({ clauses }, anchors) => clauses.map((clause) => markdownClause(clause, anchors)).join('\n'),
  sides: markdownSides,
  definitions: ({ entries }) =>
    entries.map(({ word, means }) => `- **${escapeMarkdown(word)}**: ${escapeMarkdown(means)}`).join('\n'),
  picture: ({ title, ways }, anchors) =>
    `**${escapeMarkdown(title)}**\n\n${ways.map((way) => `- ${markdownPhrase(way, { anchors })}`).join('\n')}`,
  changes: ({ title, changes }, anchors) =>
    `### ${escapeMarkdown(title)}\n\n${changes
      .map(({ clause, sentence, affects }) =>
        [`- ${escapeMarkdown(sentence)}`, escapeMarkdown(affects), addressLink(clause, anchors)]
          .filter((text) => text !== '')
          .join(' '),
      )
      .join('\n')}`,
  issues: ({ issues }) =>
    issues
      .map(({ severity, text }) => `- **${severity === 'error' ? 'Error' : 'Warning'}.** ${escapeMarkdown(text)}`)
      .join('\n'),
  dates: ({ title, dates }) =>
    `### ${escapeMarkdown(title)}\n\n${dates.map(({ day, name }) => `- ${day}: ${escapeMarkdown(name)}`).join('\n')}`,
  signatures: ({ lines }) => lines.map(signatureLine).join('\n\n'),
  addresses: ({ entries }, anchors) =>
    `| address | where |\n| --- | --- |\n${entries.map(({ address, section }) => `| ${addressLink(address, anchors)} | ${escapeMarkdown(section)} |`).join('\n')}`,
};

/** One piece of a section as Markdown. */
export function markdownBlock(block: Block, anchors: Anchors): string {
  const write = writers[block.kind] as (block: Block, anchors: Anchors) => string;
  return write(block, anchors);
}

function markdownClause(clause: ClauseText, anchors: Anchors): string {
  return `- ${clauseLine(clause, anchors)}`;
}

function clauseLine({ address, anchors: above, name, sentences, variants }: ClauseText, anchors: Anchors): string {
  const places = [...above, address].map((anchor) => `<a id="${anchorOf(anchor)}"></a>`).join('');
  const title = name === null ? '' : `**${escapeMarkdown(name.slice(0, 1).toUpperCase() + name.slice(1))}.** `;
  const others = variants.map(
    ({ segment, clause }) => `[${escapeMarkdown(readableName(segment))}](#${anchorOf(clause)})`,
  );
  const note = others.length === 0 ? '' : ` Different for ${others.join(', ')}.`;
  return `${places}${title}${markdownSentences(sentences, { anchors, own: address })}${note} ${addressLink(address, anchors)}`;
}

function addressLink(address: string, anchors: Anchors): string {
  const text = escapeMarkdown(address);
  return anchors.has(address) ? `[${text}](#${anchorOf(address)})` : text;
}

/** Both sides in one table, a column each; an agreement with one side or more than three is a list for each. */
function markdownSides({ sides }: BlockOf<'sides'>, anchors: Anchors): string {
  if (sides.length !== 2) {
    return sides
      .map(({ title, clauses }) =>
        [`### ${escapeMarkdown(title)}`, clauses.map((clause) => markdownClause(clause, anchors)).join('\n')].join(
          '\n\n',
        ),
      )
      .join('\n\n');
  }
  const height = Math.max(...sides.map(({ clauses }) => clauses.length));
  const rows = Array.from({ length: height }, (_, row) =>
    sides.map(({ clauses }) => {
      const clause = clauses[row];
      return clause === undefined ? '' : clauseLine(clause, anchors);
    }),
  );
  const heads = sides.map(({ title }) => escapeMarkdown(title));
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function signatureLine({ signer, role, head, signed }: SignatureLine): string {
  const name = readableName(signer);
  const who = `**${escapeMarkdown(name.slice(0, 1).toUpperCase() + name.slice(1))}** (${role}${head === null ? '' : `, ${escapeMarkdown(head)}`})`;
  if (signed !== null) {
    return `${who}\n\n${signed.by === null ? 'Signed' : `Signed by ${escapeMarkdown(signed.by)}`} on ${escapeMarkdown(signed.when)}`;
  }
  const line = '\\_'.repeat(30);
  return `${who}\n\n${['Name', 'Signature', 'Place and date'].map((label) => `${label}: ${line}`).join('\n\n')}`;
}
