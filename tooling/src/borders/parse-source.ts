import { type ESTree, parseSync, Visitor } from 'vite';

/** One import of a file, of any form that TypeScript knows. */
export interface ImportSite {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  readonly kind: 'import' | 'export-from' | 'dynamic' | 'type';
}

/** A file that is named by `new URL('./worker.ts', import.meta.url)`: loaded without an import. */
export interface UrlSite {
  readonly specifier: string;
  readonly line: number;
}

/** A place where a file reads the clock, the environment or chance. */
export interface EffectSite {
  /** As written: `Date.now()`, `process.env`. */
  readonly what: string;
  readonly line: number;
}

/** What the check of borders needs to know of a file. */
export interface ParsedSource {
  readonly imports: readonly ImportSite[];
  readonly urls: readonly UrlSite[];
  readonly effects: readonly EffectSite[];
}

const effectMembers: ReadonlyMap<string, string> = new Map([
  ['Date.now', 'Date.now()'],
  ['Math.random', 'Math.random()'],
  ['performance.now', 'performance.now()'],
  ['process.env', 'process.env'],
  ['process.hrtime', 'process.hrtime()'],
  ['crypto.randomUUID', 'crypto.randomUUID()'],
  ['crypto.getRandomValues', 'crypto.getRandomValues()'],
  ['Temporal.Now', 'Temporal.Now'],
]);

/**
 * Imports and effects of one TypeScript or JavaScript file, found in its syntax tree.
 * @param file name of the file, for its extension and for messages
 * @throws Error when the file cannot be parsed, naming the file
 */
export function parseSource(file: string, text: string): ParsedSource {
  const parsed = parseSync(file, text);
  const problem = parsed.errors[0];
  if (problem) throw new Error(`Cannot read ${file}: ${problem.message}. Make it parse, then check the borders again.`);
  const lineOf = lineCounter(text);
  const imports: ImportSite[] = [];
  const urls: UrlSite[] = [];
  const effects: EffectSite[] = [];
  const addImport = (node: ESTree.Node, specifier: string | null, kind: ImportSite['kind']) => {
    if (specifier !== null) imports.push({ specifier, line: lineOf(node.start), kind });
  };
  const addEffect = (node: ESTree.Node, what: string) => effects.push({ what, line: lineOf(node.start) });

  new Visitor({
    ImportDeclaration(node) {
      addImport(node, node.source.value, isTypeOnlyImport(node) ? 'type' : 'import');
    },
    ExportNamedDeclaration(node) {
      if (node.source) addImport(node, node.source.value, isTypeOnlyExport(node) ? 'type' : 'export-from');
    },
    ExportAllDeclaration(node) {
      addImport(node, node.source.value, node.exportKind === 'type' ? 'type' : 'export-from');
    },
    ImportExpression(node) {
      addImport(node, textOf(node.source), 'dynamic');
    },
    TSImportType(node) {
      addImport(node, textOf(node.source), 'type');
    },
    TSExternalModuleReference(node) {
      addImport(node, textOf(node.expression), 'import');
    },
    CallExpression(node) {
      if (isName(node.callee, 'require')) addImport(node, textOf(node.arguments[0]), 'import');
      if (isName(node.callee, 'Date')) addEffect(node, 'Date()');
    },
    NewExpression(node) {
      if (isName(node.callee, 'Date') && node.arguments.length === 0) addEffect(node, 'new Date()');
      if (isName(node.callee, 'URL'))
        for (const specifier of relativeTexts(node.arguments[0])) urls.push({ specifier, line: lineOf(node.start) });
    },
    MemberExpression(node) {
      const what = effectMembers.get(`${ownerOf(node.object)}.${memberOf(node)}`);
      if (what !== undefined) addEffect(node, what);
    },
  }).visit(parsed.program);

  return { imports: imports.sort((a, b) => a.line - b.line), urls, effects: effects.sort((a, b) => a.line - b.line) };
}

function isTypeOnlyImport(node: ESTree.ImportDeclaration): boolean {
  if (node.importKind === 'type') return true;
  const named = node.specifiers;
  return named.length > 0 && named.every((it) => it.type === 'ImportSpecifier' && it.importKind === 'type');
}

function isTypeOnlyExport(node: ESTree.ExportNamedDeclaration): boolean {
  if (node.exportKind === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((it) => it.exportKind === 'type');
}

function textOf(node: ESTree.Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Relative paths that an argument may be: itself, or either side of a condition. */
function relativeTexts(node: ESTree.Node | undefined): readonly string[] {
  if (node?.type === 'ConditionalExpression')
    return [...relativeTexts(node.consequent), ...relativeTexts(node.alternate)];
  const text = textOf(node);
  return text?.startsWith('.') ? [text] : [];
}

function isName(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** The name before the dot, with `globalThis.` taken off. */
function ownerOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && isName(node.object, 'globalThis')) return memberOf(node);
  return '';
}

function memberOf(node: ESTree.MemberExpression): string {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  return node.computed ? (textOf(node.property) ?? '') : '';
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
