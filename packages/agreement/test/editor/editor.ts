import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

const folder = new URL('../../', import.meta.url);

/** The language server of YAML, which editors run, on a file that lies in this package. */
export function createEditor() {
  const service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(new URL(uri), 'utf8'),
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });
  service.configure({ completion: true, validate: true, hover: true });

  let version = 0;

  /** A text with `|` where the cursor is. */
  const open = (text: string, file: string) => {
    const offset = text.indexOf('|');
    const document = TextDocument.create(new URL(file, folder).href, 'yaml', ++version, text.replace('|', ''));
    return { document, cursor: document.positionAt(Math.max(0, offset)) };
  };
  return {
    /** What is offered at the cursor, with what is said of each. */
    async complete(text: string, file = 'team.yaml') {
      const { document, cursor } = open(text, file);
      const { items } = await service.doComplete(document, cursor, false);
      return items.map(({ label, documentation }) => ({
        label,
        says: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
      }));
    },
    /** What is shown for the key at the cursor. */
    async hover(text: string, file = 'team.yaml') {
      const { document, cursor } = open(text, file);
      const hover = await service.doHover(document, cursor);
      return JSON.stringify(hover?.contents ?? '');
    },
    /** What is underlined. */
    async faults(text: string, file = 'team.yaml') {
      const { document } = open(text, file);
      const found = await service.doValidation(document, false);
      return found.map(({ message, range }) => ({ line: range.start.line + 1, message }));
    },
  };
}
