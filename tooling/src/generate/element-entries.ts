import { type ElementNames, elementNames } from './element-files.ts';
import { GeneratorError } from './generator-error.ts';

/** The files of `@sameteam/widgets` that name every element. */
export interface WidgetEntries {
  /** `src/index.ts` */
  readonly index: string;
  /** `src/define.ts` */
  readonly define: string;
  /** `package.json` */
  readonly manifest: string;
}

/**
 * The entries with one more element: its class, its registration and its subpath.
 * @throws GeneratorError when the element is there
 */
export function withElement(entries: WidgetEntries, tag: string): WidgetEntries {
  const names = elementNames(tag);
  const { folder, className } = names;
  if (entries.define.includes(`./${folder}/`)) {
    throw new GeneratorError(`There is an element ${tag} already. Choose another tag, or edit it.`);
  }
  return {
    index: `${entries.index.trimEnd()}\nexport { ${className} } from './${folder}/${folder}.ts';\n`,
    define: `${entries.define.trimEnd()}\nimport './${folder}/${folder}.define.ts';\n`,
    manifest: withSubpath(entries.manifest, names),
  };
}

function withSubpath(text: string, { folder }: ElementNames): string {
  const manifest = JSON.parse(text) as { readonly exports: Readonly<Record<string, unknown>> };
  const entry = {
    '@sameteam/source': `./src/${folder}/${folder}.define.ts`,
    types: `./dist/${folder}/${folder}.define.d.ts`,
    default: `./dist/${folder}/${folder}.define.js`,
  };
  const sorted = Object.entries({ ...manifest.exports, [`./${folder}`]: entry }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...manifest, exports: Object.fromEntries(sorted) }, null, 2)}\n`;
}
