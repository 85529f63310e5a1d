import type { Agreement } from '../agreement.ts';
import { phraseText } from '../words/phrase.ts';
import { documentStyles } from './html/document-styles.ts';
import { escapeHtml } from './html/escape-html.ts';
import { htmlBlock } from './html/html-blocks.ts';
import { htmlPhrase, htmlSentences } from './html/html-phrase.ts';
import { documentOutline } from './outline/document-outline.ts';
import type { Outline } from './outline/outline.ts';
import type { RenderOptions } from './render-options.ts';

/**
 * The document that the heads of the teams read in a meeting and sign, as one HTML page: no network, no script, light and
 * dark, on a screen and on paper. Each clause has its address as `id`, so that a number elsewhere can link to it:
 * `agreement.html#sla.decision`. Text of the agreement is escaped, whatever it holds.
 * @param options what is shown beside the agreement; without any, it is a draft without signatures
 * @returns the whole page, from its doctype on
 * @throws AgreementError `invalid-agreement` when the agreement was changed by hand
 * @example renderHtml(defaultAgreement, {}).startsWith('<!doctype html>') // true
 */
export function renderHtml(agreement: Agreement, options: RenderOptions = {}): string {
  const outline = documentOutline(agreement, options);
  const { title, language, sections, anchors } = outline;
  const running = `${title} · version ${agreement.version} · ${outline.state.title.toLowerCase()}`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const parts = sections.map(
    ({ id, title: heading, blocks }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeHtml(heading)}</h2>${blocks.map((block) => htmlBlock(block, anchors)).join('')}</section>`,
  );
  return `${[
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(`${title}, version ${agreement.version}`)}</title><style>${documentStyles(running)}</style></head><body>`,
    opening(outline),
    '<main>',
    ...parts,
    '</main>',
    '</body></html>',
  ].join('\n')}\n`;
}

function opening({ title, facts, state, sections, anchors }: Outline): string {
  const [kicker = [], ...rest] = facts;
  const contents = sections.map(({ id, title: heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`);
  return [
    `<header><p class="kicker">${escapeHtml(phraseText(kicker))}</p><h1><bdi>${escapeHtml(title)}</bdi></h1>`,
    `<ul class="facts">${rest.map((fact) => `<li>${htmlPhrase(fact, { anchors })}</li>`).join('')}</ul>`,
    `<div class="state ${state.state}"><strong>${escapeHtml(state.title)}</strong><p>${htmlSentences(state.sentences, { anchors })}</p></div>`,
    `<nav aria-label="Contents"><ol>${contents.join('')}</ol></nav></header>`,
  ].join('');
}
