/** A block of code in a Markdown file that is run. */
export interface Example {
  /** 1-based line of its fence. */
  readonly line: number;
  readonly code: string;
  /** What it must print, where a block of `text` follows it; `…` stands for anything within a line. */
  readonly output: string | null;
}

interface Block {
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Nothing but blank lines stand between it and the block before. */
  readonly follows: boolean;
}

/**
 * The examples of a Markdown file: its blocks of `ts` that import something, each a module of its own. A block without
 * an import is a fragment that goes on from what stands before it; it is for reading.
 * @example findExamples("```ts\nimport 'node:fs';\nconsole.log(1);\n```\n\n```text\n1\n```")[0]?.output // '1'
 */
export function findExamples(markdown: string): readonly Example[] {
  const blocks = blocksOf(markdown);
  return blocks.flatMap((block, index) => {
    if (block.language !== 'ts' || !/^import\b/m.test(block.text)) return [];
    const next = blocks[index + 1];
    return [
      { line: block.line, code: block.text, output: next?.language === 'text' && next.follows ? next.text : null },
    ];
  });
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: {
    readonly line: number;
    readonly language: string;
    readonly lines: string[];
    readonly follows: boolean;
  } | null = null;
  let isNext = false;
  markdown.split('\n').forEach((line, index) => {
    const fence = /^```(\S*)/.exec(line);
    if (open && fence) {
      blocks.push({ line: open.line, language: open.language, text: open.lines.join('\n'), follows: open.follows });
      open = null;
      isNext = true;
    } else if (open) open.lines.push(line);
    else if (fence) open = { line: index + 1, language: fence[1] ?? '', lines: [], follows: isNext };
    else if (line.trim() !== '') isNext = false;
  });
  return blocks;
}

/** Whether an output is what was promised; `…` stands for anything within a line. */
export function isPromised(output: string, promised: string): boolean {
  const pattern = promised
    .trim()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(output.trim());
}
