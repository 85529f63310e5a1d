import { parseSync } from 'vite';

/** The documented declaration of a file, or a member of one. */
export interface Docstring {
  /** Name that the file exports the declaration under; `null` for members and for what stays in the file. */
  readonly exported: string | null;
  readonly example: DocExample | null;
}

/** Code behind `@example`. */
export interface DocExample {
  /** 1-based line of the file on which the code starts. */
  readonly line: number;
  readonly code: string;
}

/**
 * The docstrings of a source file, in their order.
 * @param file its name, for the parser and for messages
 * @throws Error when the file does not parse
 * @example findDocstrings('a.ts', '/** One. @example one // 1 *\/\nexport const one = 1;')[0]?.example?.code // 'one // 1'
 */
export function findDocstrings(file: string, text: string): readonly Docstring[] {
  const { program, comments, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`Cannot read ${file}: ${errors[0].message}. Make it parse.`);
  const nameAt = new Map<number, string>();
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration') continue;
    const name = declaredName(node.declaration);
    if (name !== null) nameAt.set(node.start, name);
  }
  return comments
    .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .map(({ start, end, value }) => {
      const next = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
      const firstLine = text.slice(0, start).split('\n').length;
      return { exported: nameAt.get(next) ?? null, example: exampleOf(value, firstLine) };
    });
}

type Declaration = Extract<
  ReturnType<typeof parseSync>['program']['body'][number],
  { readonly type: 'ExportNamedDeclaration' }
>['declaration'];

function declaredName(declaration: Declaration): string | null {
  if (declaration === null) return null;
  if (declaration.type === 'VariableDeclaration') {
    const id = declaration.declarations[0]?.id;
    return id?.type === 'Identifier' ? id.name : null;
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id.name : null;
}

function exampleOf(comment: string, firstLine: number): DocExample | null {
  const at = /(?:^|\s)@example\s/.exec(comment);
  if (at === null) return null;
  const after = comment.slice(at.index + at[0].length);
  const end = /\n\s*\* @|$(?![\s\S])/.exec(after)?.index ?? after.length;
  const skipped = /^[\s*]*/.exec(after)?.[0] ?? '';
  const code = after.slice(skipped.length, end).replaceAll(/\n[^\S\n]*\* ?/g, '\n');
  const line = firstLine + comment.slice(0, at.index + at[0].length + skipped.length).split('\n').length - 1;
  return { line, code: code.trim() };
}
