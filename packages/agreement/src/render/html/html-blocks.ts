import { countInWords } from '../../words/number-in-words.ts';
import type { Phrase } from '../../words/phrase.ts';
import { readableName } from '../../words/readable-name.ts';
import { flowSvg } from '../flow/flow-svg.ts';
import { anchorOf } from '../outline/anchor-of.ts';
import type { Block, ClauseText, NamedDay, SignatureLine } from '../outline/outline.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPhrase, htmlSentences } from './html-phrase.ts';

type Anchors = ReadonlySet<string>;
type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

const writers: { readonly [K in Block['kind']]: (block: BlockOf<K>, anchors: Anchors) => string } = {
  text: ({ sentences }, anchors) => `<p>${htmlSentences(sentences, { anchors })}</p>`,
  heading: ({ title }) => `<h3>${escapeHtml(title)}</h3>`,
  list: ({ items }, anchors) => `<ol class="short">${items.map((item) => listItem(item, anchors)).join('')}</ol>`,
  clauses: ({ clauses }, anchors) => clauses.map((clause) => htmlClause(clause, anchors)).join(''),
  sides: ({ sides }, anchors) => htmlSides(sides, anchors),
  definitions: ({ entries }) =>
    `<dl>${entries.map(({ word, means }) => `<div><dt>${escapeHtml(word)}</dt><dd>${escapeHtml(means)}</dd></div>`).join('')}</dl>`,
  picture: htmlPicture,
  changes: ({ title, changes }, anchors) =>
    `<h3>${escapeHtml(title)}</h3><ul class="changes">${changes
      .map(
        ({ clause, sentence, affects }) =>
          `<li><p><bdi>${escapeHtml(sentence)}</bdi></p>${affects === '' ? '' : `<p class="aside"><bdi>${escapeHtml(affects)}</bdi></p>`}${addressLink(clause, anchors)}</li>`,
      )
      .join('')}</ul>`,
  issues: ({ issues }) =>
    `<ul class="issues">${issues.map(({ severity, text }) => `<li><strong class="${severity === 'error' ? 'error' : 'warning'}">${severity === 'error' ? 'Error' : 'Warning'}.</strong> <bdi>${escapeHtml(text)}</bdi></li>`).join('')}</ul>`,
  dates: ({ title, dates, more }) =>
    `<h3>${escapeHtml(title)}</h3>${htmlDates(dates)}${more.length === 0 ? '' : `<details><summary>${countInWords(more.length, 'more date')}</summary>${htmlDates(more)}</details>`}`,
  signatures: ({ lines }) => `<div class="lines">${lines.map(signatureLine).join('')}</div>`,
  addresses: ({ entries }) =>
    `<ul class="addresses">${entries
      .map(({ address }) => `<li><a href="#${escapeHtml(anchorOf(address))}">${escapeHtml(address)}</a></li>`)
      .join('')}</ul>`,
};

/** One piece of a section as HTML. */
export function htmlBlock(block: Block, anchors: Anchors): string {
  const write = writers[block.kind] as (block: Block, anchors: Anchors) => string;
  return write(block, anchors);
}

function listItem(item: Phrase, anchors: Anchors): string {
  return `<li>${htmlPhrase(item, { anchors })}</li>`;
}

/** What a clause says, with its address beside it as a link to itself. */
function htmlClause(
  { address, anchors: above, name, sentences, variants, isOrder }: ClauseText,
  anchors: Anchors,
): string {
  const id = escapeHtml(anchorOf(address));
  const places = above.map((anchor) => `<span id="${escapeHtml(anchorOf(anchor))}"></span>`).join('');
  const title = name === null ? '' : `<strong>${escapeHtml(name.slice(0, 1).toUpperCase() + name.slice(1))}.</strong> `;
  const others = variants.map(
    ({ segment, clause }) => `<a href="#${escapeHtml(anchorOf(clause))}">${escapeHtml(readableName(segment))}</a>`,
  );
  const note = others.length === 0 ? '' : `<p class="aside">Different for ${others.join(', ')}.</p>`;
  return `<div class="clause${isOrder ? ' quiet' : ''}" id="${id}">${places}<div><p>${title}${htmlSentences(sentences, { anchors, own: address })}</p>${note}</div>${addressLink(address, anchors)}</div>`;
}

function htmlDates(dates: readonly NamedDay[]): string {
  const items = dates.map(({ day, name }) => `<li>${escapeHtml(day)} <bdi>${escapeHtml(name)}</bdi></li>`);
  return `<ul class="dates">${items.join('')}</ul>`;
}

function addressLink(address: string, anchors: Anchors): string {
  if (!anchors.has(address)) return `<span class="address">${escapeHtml(address)}</span>`;
  return `<a class="address" href="#${escapeHtml(anchorOf(address))}"><span aria-hidden="true">#</span>${escapeHtml(address)}</a>`;
}

function htmlSides(sides: BlockOf<'sides'>['sides'], anchors: Anchors): string {
  const columns = sides.map(({ title, clauses }) => {
    const owed = clauses.map((clause) => htmlClause(clause, anchors)).join('');
    return `<div class="side"><h3>${escapeHtml(title)}</h3>${owed === '' ? '<p class="aside">Nothing is promised.</p>' : owed}</div>`;
  });
  return `<div class="sides">${columns.join('')}</div>`;
}

function htmlPicture({ flow, title, ways }: BlockOf<'picture'>, anchors: Anchors): string {
  const { svg, width, begin } = flowSvg(flow, {
    title,
    description:
      'Where leads come in, who passes them to whom, and where they go when they are given back. The list below says the same in words.',
  });
  const words = ways.map((way) => listItem(way, anchors)).join('');
  return `<figure><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}, picture" style="--flow-width:${Math.ceil(width)}px;--begin:${begin}"><span class="begin"></span>${svg}</div><figcaption><p>Round: readiness. Framed: teams. Filled: programs. Words on an arrow: a hand-off, or reasons. The same in words:</p><ul class="ways">${words}</ul></figcaption></figure>`;
}

function signatureLine({ signer, role, head, signed }: SignatureLine): string {
  const who = `<p class="signer">${escapeHtml(readableName(signer))}<span>${escapeHtml(role)}${head === null ? '' : `, <bdi>${escapeHtml(head)}</bdi>`}</span></p>`;
  const rows =
    signed === null
      ? ['Name', 'Signature', 'Place and date'].map((label) => `<p class="line"><span>${label}</span></p>`).join('')
      : `<p class="signed">${signed.by === null ? 'Signed' : `Signed by <bdi>${escapeHtml(signed.by)}</bdi>`} on ${escapeHtml(signed.when)}</p>`;
  return `<div class="signature">${who}${rows}</div>`;
}
