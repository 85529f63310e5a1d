import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A link of a Markdown file that leads nowhere. */
export interface BrokenLink {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly link: string;
  readonly why: 'no such file' | 'no such heading';
}

/**
 * Relative links and headings (`#…`) of a Markdown file that lead nowhere. Addresses on the web are not followed.
 * @param root folder from which `file` is named
 * @returns broken links in the order of their lines; empty when all resolve
 */
export function findBrokenLinks(root: string, file: string): readonly BrokenLink[] {
  const broken: BrokenLink[] = [];
  proseLines(readFileSync(join(root, file), 'utf8')).forEach((text, index) => {
    for (const link of linksOf(text)) {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? join(root, file) : normalize(join(root, dirname(file), decodeURIComponent(path)));
      if (!existsSync(target)) broken.push({ file, line: index + 1, link, why: 'no such file' });
      else if (heading && target.endsWith('.md') && !headingIds(readFileSync(target, 'utf8')).has(heading)) {
        broken.push({ file, line: index + 1, link, why: 'no such heading' });
      }
    }
  });
  return broken;
}

function linksOf(text: string): readonly string[] {
  const inline = [...text.matchAll(/!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const references = [...text.matchAll(/^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/g)];
  const html = [...text.matchAll(/<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="([^"]+)"/g)];
  return [...inline, ...references, ...html]
    .map((it) => it[1] ?? '')
    .filter((link) => link !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(link) && !link.startsWith('//'));
}

/** The lines of a file with code taken out, so that an example is not taken for a link. */
function proseLines(text: string): readonly string[] {
  let fence: string | null = null;
  return text.split('\n').map((line) => {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? null;
    if (fence === null && mark !== null) fence = mark;
    else if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
    } else return line.replace(/`[^`]*`/g, '');
    return '';
  });
}

/** Ids as GitHub makes them of headings. */
function headingIds(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const ids = new Set<string>();
  for (const line of text.split('\n')) {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const id = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    ids.add(times === 0 ? id : `${id}-${times}`);
  }
  return ids;
}
