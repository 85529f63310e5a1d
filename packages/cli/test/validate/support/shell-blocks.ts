/** A block of commands in a guide, and what it says that they print. */
export interface ShellBlock {
  /** 1-based line of its fence. */
  readonly line: number;
  readonly commands: string;
  /** The block of JSON or text that follows it; `null` where there is none. */
  readonly output: { readonly language: 'json' | 'text'; readonly text: string } | null;
}

/**
 * The blocks of `sh` of a guide, each with the block of `json` or `text` that follows with nothing between.
 * @example shellBlocks('```sh\nls\n```\n\n```text\na\n```')[0]?.output?.text // 'a'
 */
export function shellBlocks(markdown: string): readonly ShellBlock[] {
  const fences = [...markdown.matchAll(/^```(\w+)\n(.*?)\n```$/gms)].map((match) => ({
    language: match[1],
    text: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  return fences.flatMap(({ language, text, start, end }, index) => {
    if (language !== 'sh') return [];
    const next = fences[index + 1];
    const follows = next !== undefined && markdown.slice(end, next.start).trim() === '';
    const isOutput = follows && (next.language === 'json' || next.language === 'text');
    return [
      {
        line: markdown.slice(0, start).split('\n').length,
        commands: text,
        output: isOutput ? { language: next.language as 'json' | 'text', text: next.text } : null,
      },
    ];
  });
}

/** Whether a text is what was promised, whatever ends its lines: `…` is anything within a line, and a line of it alone any lines. */
export function isPromisedText(text: string, promised: string): boolean {
  const pattern = promised
    .trim()
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*?.*' : line.split('…').map(escaped).join('.*')))
    .join('\\n');
  return new RegExp(`^${pattern}$`).test(text.replaceAll('\r\n', '\n').trim());
}

/** Whether JSON is what was promised: the same names and values, where `…` in a text is anything, and alone any value. */
export function isPromisedJson(value: unknown, promised: unknown): boolean {
  if (promised === '…') return true;
  if (typeof promised === 'string') {
    return typeof value === 'string' && new RegExp(`^${promised.split('…').map(escaped).join('.*')}$`, 's').test(value);
  }
  if (typeof promised !== 'object' || promised === null) return value === promised;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(promised)) return false;
  const names = Object.keys(promised).toSorted();
  return (
    names.join() === Object.keys(value).toSorted().join() &&
    names.every((name) =>
      isPromisedJson((value as Record<string, unknown>)[name], (promised as Record<string, unknown>)[name]),
    )
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
