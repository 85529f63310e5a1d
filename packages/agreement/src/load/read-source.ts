import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Finding, finding, type Locate, type Position } from '../issue/finding.ts';
import { readNodes } from './read-nodes.ts';
import { sourceLimits } from './source-limits.ts';

/** How a document is written. */
export type SourceFormat = 'yaml' | 'json';

/** What was read from a text: a plain value, or what is wrong, and where things stand. */
export interface Source {
  /** Only to be used when there are no findings. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

/**
 * Reads YAML 1.2 or JSON into a plain value and remembers where everything stands. Never throws: what is wrong
 * with the text is told as findings. O(length of the text).
 */
export function readSource(given: string, format: SourceFormat): Source {
  const text = given.replace(/^\uFEFF/, '');
  if (text.length > sourceLimits.characters) {
    return refused(finding('file-too-large', topLeft, { size: text.length, limit: sourceLimits.characters }));
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return refused(finding('not-text', at(positionIn(text, nul)), { what: 'a NUL character' }));
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // Found while reading the nodes: the check of the library is quadratic, 8 s for 20,000 keys.
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error !== undefined) return refused(syntaxFinding(error, format, position(error.pos[0])));
  const fault = format === 'json' ? jsonFault(text) : null;
  if (fault !== null) return refused(fault);
  const { yaml } = document.directives;
  if (yaml.explicit === true && yaml.version !== '1.2') {
    return refused(finding('yaml-version', topLeft, { version: yaml.version }));
  }
  return readNodes(document, position);
}

function at(position: Position): { readonly path: readonly []; readonly position: Position } {
  return { path: [], position };
}

const topLeft = at({ line: 1, column: 1 });

function refused(found: Finding): Source {
  return { value: undefined, findings: [found], locate: () => found.position ?? null };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function syntaxFinding(error: YAMLError, format: SourceFormat, position: Position): Finding {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return finding('tab-indentation', at(position), {});
    case 'MULTIPLE_DOCS':
      return finding('several-documents', at(position), {});
    case 'RESOURCE_EXHAUSTION':
      return finding('too-deep', at(position), { deepest: sourceLimits.depth });
    default: {
      const why = (error.message.split('\n')[0] ?? error.code).replace(/[.:]$/, '');
      return finding('syntax', at(position), { format: format === 'json' ? 'JSON' : 'YAML', why });
    }
  }
}

// The YAML parser has placed every fault that it knows; this is for what YAML allows and JSON does not.
function jsonFault(text: string): Finding | null {
  try {
    JSON.parse(text);
    return null;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    const why = (message.split(/ in JSON| \(line/)[0] ?? message).replace(/\.$/, '');
    return finding('syntax', at(positionIn(text, offset)), { format: 'JSON', why });
  }
}
