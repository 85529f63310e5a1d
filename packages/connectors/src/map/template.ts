/** A template in its parts: constants and the headings between them. */
export type TemplatePart = { readonly text: string } | { readonly heading: string };

/**
 * Cuts a template into parts.
 * @returns the parts, or a sentence that says what is wrong
 * @example parseTemplate('lead/{mql_id}') // [{ text: 'lead/' }, { heading: 'mql_id' }]
 */
export function parseTemplate(template: string): readonly TemplatePart[] | string {
  const parts: TemplatePart[] = [];
  let text = '';
  for (let at = 0; at < template.length; at += 1) {
    const character = template[at] as string;
    if ((character === '{' || character === '}') && template[at + 1] === character) {
      text += character;
      at += 1;
    } else if (character === '{') {
      const close = template.indexOf('}', at);
      if (close < 0) return `the { at place ${at + 1} of "${template}" is not closed; write {{ for a brace`;
      const heading = template.slice(at + 1, close).trim();
      if (heading === '') return `"${template}" has {} without a heading in it`;
      if (text !== '') parts.push({ text });
      text = '';
      parts.push({ heading });
      at = close;
    } else if (character === '}') {
      return `"${template}" has a } that nothing opened; write }} for a brace`;
    } else {
      text += character;
    }
  }
  if (text !== '' || parts.length === 0) parts.push({ text });
  return parts;
}

/** The headings of a template; none when it is broken. */
export function templateHeadings(template: string): readonly string[] {
  const parts = parseTemplate(template);
  return typeof parts === 'string' ? [] : parts.flatMap((part) => ('heading' in part ? [part.heading] : []));
}
