/**
 * A text that Markdown (CommonMark, GitHub) shows as it is: marks, links, tables, HTML and mentions are taken apart.
 * @example escapeMarkdown('<b>*x*') // '&lt;b&gt;\\*x\\*'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]|~$#@!]/gu, (found) => `\\${found}`)
    .replaceAll(/:\/\//gu, '\\://')
    .replaceAll(/\bwww\./giu, (found) => `${found.slice(0, 3)}\\.`);
}
