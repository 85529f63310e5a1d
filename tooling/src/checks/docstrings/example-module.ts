import { type ESTree, parseSync, Visitor } from 'vite';

/** Where a name comes from. */
export interface NameSource {
  /** What an import of it says. */
  readonly from: string;
  readonly isType: boolean;
}

/** What a module of {@link exampleModule} exports as `results`: one for each comment that says what comes out. */
export interface ExampleResult {
  readonly actual: unknown;
  /** As the comment has it; `…` stands for anything. */
  readonly text: string;
  /** The comment as a value; absent where it has a `…`. */
  readonly expected?: unknown;
}

/**
 * Makes the code of an example a module: names that it does not declare are imported, and what a comment behind a
 * statement says comes out is kept beside what does. An object alone is an example of the type that it documents.
 * @param sourceOf where a name comes from; `null` for one of the language
 * @throws Error when the code does not parse
 * @example exampleModule('add(1, 2) // 3', { sourceOf: () => null }).includes('expected: (3)') // true
 */
export function exampleModule(
  code: string,
  { type = null, sourceOf }: { readonly type?: string | null; readonly sourceOf: (name: string) => NameSource | null },
): string {
  const whole = code.startsWith('{') ? `const example: ${type} = ${code};` : code;
  const { program, comments, errors } = parseSync('example.ts', whole);
  if (errors[0]) throw new Error(`The example does not parse: ${errors[0].message}.\n${code}`);
  const declared = new Set(program.body.flatMap(declaredNames));
  const lines: string[] = [];
  let used = '';
  program.body.forEach((statement, index) => {
    const text = whole.slice(statement.start, statement.end);
    const until = program.body[index + 1]?.start ?? whole.length;
    const comment = comments.find((it) => it.type === 'Line' && it.start >= statement.end && it.end <= until);
    if (comment === undefined) {
      lines.push(text);
      return;
    }
    const said = comment.value.trim();
    if (statement.type !== 'ExpressionStatement') lines.push(text);
    lines.push(resultLine(resultOf(statement, whole), said));
    if (!said.includes('…')) used += `;(${said})`;
  });
  const names = new Set([...namesIn(whole), ...namesIn(used)]);
  const imports = [...names].flatMap((name) => {
    const source = declared.has(name) ? null : sourceOf(name);
    return source === null ? [] : [`import { ${source.isType ? 'type ' : ''}${name} } from '${source.from}';`];
  });
  return [
    ...imports,
    'export const results: { actual: unknown; text: string; expected?: unknown }[] = [];',
    ...lines,
    '',
  ].join('\n');
}

function resultLine(actual: string, said: string): string {
  const expected = said.includes('…') ? '' : `, expected: (${said})`;
  return `results.push({ actual: (${actual}), text: ${JSON.stringify(said)}${expected} });`;
}

/** The code whose value a comment behind a statement speaks of. */
function resultOf(statement: ESTree.Statement | ESTree.ModuleDeclaration, code: string): string {
  if (statement.type === 'ExpressionStatement') {
    return code.slice(statement.expression.start, statement.expression.end);
  }
  const [name, ...others] = declaredNames(statement);
  if (name !== undefined && others.length === 0) return name;
  throw new Error(`A comment speaks of a statement without a value: ${code}`);
}

function declaredNames(statement: ESTree.Statement | ESTree.ModuleDeclaration): readonly string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type === 'ImportDeclaration') return declaration.specifiers.map((it) => it.local.name);
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => {
    if (id.type === 'Identifier') return [id.name];
    if (id.type !== 'ObjectPattern') return [];
    return id.properties.flatMap((it) =>
      it.type === 'Property' && it.value.type === 'Identifier' ? [it.value.name] : [],
    );
  });
}

/** Every identifier, also those of keys: an import too many does no harm. */
function namesIn(code: string): readonly string[] {
  const names: string[] = [];
  const note = ({ name }: { readonly name: string }) => names.push(name);
  new Visitor({ Identifier: note }).visit(parseSync('example.ts', code).program);
  return names;
}
