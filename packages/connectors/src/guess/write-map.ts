import { Document, isCollection, isMap, isPair, isScalar, visit } from 'yaml';
import type { DraftFile } from './draft.ts';

/** Writes a drafted map as YAML with comments for the user to correct. */
export function writeMap(
  files: readonly DraftFile[],
  settings: { readonly source: string; readonly zone: string; readonly doubts: readonly string[] },
): string {
  const document = new Document(
    {
      'sameteam-map': 1,
      source: settings.source,
      zone: settings.zone,
      files: Object.fromEntries(
        files.map(({ id, head, events }) => [id, { ...head, events: events.map(({ event }) => event) }]),
      ),
    },
    { aliasDuplicateObjects: false },
  );
  const unsure =
    settings.doubts.length === 0 ? '' : `\nNot sure of:\n${settings.doubts.map((doubt) => `- ${doubt}`).join('\n')}`;
  document.commentBefore = comment(
    `A draft by \`sameteam import --guess\`. Read it, correct it, and import with it: \`sameteam import FILE... --map THIS\`.${unsure}`,
  );
  commentKey(document, ['source'], 'Who says it: part of the identity of every event. Choose it once.');
  commentKey(document, ['zone'], '? Time zone of the times that name none. The files do not say it.');
  for (const { id, comment: text, events } of files) {
    commentKey(document, ['files', id], text);
    events.forEach((event, index) => {
      if (event.comment === undefined) return;
      const node = document.getIn(['files', id, 'events', index], true);
      if (isCollection(node)) node.commentBefore = comment(event.comment);
    });
  }
  // What holds scalars, or collections of scalars, reads best on one line.
  visit(document, {
    Collection(_, node) {
      const parts = node.items.map((item) => (isPair(item) ? item.value : item));
      if (parts.length > 0 && parts.every(isShort)) node.flow = true;
    },
  });
  for (const { id } of files) blockAgain(document, ['files', id]);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function isShort(part: unknown): boolean {
  return isScalar(part) || (isCollection(part) && part.items.every((inner) => isScalar(inner)));
}

function blockAgain(document: Document, path: readonly (string | number)[]): void {
  const node = document.getIn(path, true);
  if (isCollection(node)) node.flow = false;
}

function commentKey(document: Document, path: readonly string[], text: string): void {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (pair !== undefined && isScalar(pair.key)) pair.key.commentBefore = comment(text);
}

function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
}
