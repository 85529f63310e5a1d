import { setImmediate } from 'node:timers/promises';
import type { Output } from '../../context.ts';
import { plainText } from '../../terminal/plain-text.ts';
import type { ResultWriter } from './result-writer.ts';

/** Characters that are written at once. */
const pieceLength = 1 << 16;

/**
 * Writes one JSON object while the items come, so that a long file takes no memory: `file`, `format` and `items`, then the
 * counts. Control characters that JSON leaves as they are, and marks that turn the direction of writing, are escaped too.
 */
export function jsonWriter(
  stdout: Output,
  { file, format }: { readonly file: string; readonly format: string },
): ResultWriter {
  let text = `${jsonText({ file, format }).slice(0, -1)},"items":[`;
  let hasItem = false;
  const write = () => {
    const waiting = text;
    text = '';
    return stdout.write(waiting);
  };
  return {
    item(item) {
      text += hasItem ? `,${jsonText(item)}` : jsonText(item);
      hasItem = true;
    },
    async drained() {
      if (text.length < pieceLength || write() !== false) return;
      // A stream that is behind says so again, until its reader has caught up.
      do await setImmediate();
      while (stdout.write('') === false);
    },
    end({ tally, notes, quality }) {
      const { read, accepted, duplicates, quarantined } = tally;
      const rest = {
        ...{ read, accepted, duplicates, quarantined, codes: tally.codes() },
        ...(notes.length === 0 ? {} : { notes }),
        ...(quality === null ? {} : { quality }),
      };
      text += `],${jsonText(rest).slice(1)}\n`;
      write();
    },
  };
}

/** What `plainText` writes for a control character is an escape of JSON. */
function jsonText(value: object): string {
  return plainText(JSON.stringify(value));
}
