import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'tsup';
import { tokenSheet } from './src/tokens/tokens.ts';

const { resolve } = createRequire(import.meta.url);

/** Fonts of the page, under the Open Font License; elements in other pages take the fonts that they find there. */
const fonts = {
  'inter-latin.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'inter-latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  'source-serif-4-latin.woff2': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  'source-serif-4-latin-ext.woff2': '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2',
  'inter-LICENSE.txt': '@fontsource-variable/inter/LICENSE',
  'source-serif-4-LICENSE.txt': '@fontsource/source-serif-4/LICENSE',
};

/** Blanks of style sheets, which a minifier of scripts takes for text: some 300 bytes of gzip. */
const tight = (sheet: string) => sheet.replace(/(?<=[;{},])\n|\n(?=\})| (?=\{)|(?<=[a-z-]:) (?=\S)/g, '');

/** Indentation inside templates is a fifth of the bundle; in code it says nothing to a parser. */
const unindented = {
  name: 'unindented',
  setup(build: { onLoad(filter: { filter: RegExp }, load: (file: { path: string }) => object): void }) {
    build.onLoad({ filter: /widgets[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\n[ \t]+/g, '\n')
        .replace(/css`[^`]*`/g, tight),
      loader: 'ts',
    }));
  },
};

/** kB of gzip that a page may load. */
const limits = { base: 34, chart: 64 };

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/define.ts', 'src/assets.ts', 'src/*/*.define.ts'],
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    sourcemap: true,
    clean: true,
    esbuildOptions(options) {
      options.chunkNames = 'chunks/[name]-[hash]';
    },
  },
  {
    // What a page loads by one script: everything in it, the chart in chunks beside it.
    entry: { 'sameteam-widgets': 'src/define.ts' },
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    noExternal: [/.*/],
    esbuildPlugins: [unindented],
    esbuildOptions(options) {
      options.conditions = ['@sameteam/source', 'module', 'browser', 'import'];
      options.chunkNames = 'sameteam-widgets-[name]-[hash]';
      options.legalComments = 'linked';
    },
    async onSuccess() {
      copyPage();
      weigh();
    },
  },
]);

function copyPage(): void {
  mkdirSync('dist/page/fonts', { recursive: true });
  cpSync('page', 'dist/page', { recursive: true });
  writeFileSync('dist/page/tokens.css', tokenSheet());
  for (const [name, from] of Object.entries(fonts)) copyFileSync(resolve(from), `dist/page/fonts/${name}`);
}

/** Fails the build when a page would load too much, or what has no business in a page. */
function weigh(): void {
  const files = readdirSync('dist').filter((name) => /^(sameteam-widgets|draw-trend).*\.js$/.test(name));
  const sizes = { base: 0, chart: 0 };
  for (const name of files) {
    const code = readFileSync(`dist/${name}`);
    const isChart = code.includes('BarController') || name.includes('draw-trend');
    sizes[isChart ? 'chart' : 'base'] += gzipSync(code, { level: 9 }).length / 1000;
    if (/ZodError|duckdb|"node:/.test(code.toString()))
      throw new Error(`${name} holds zod, an engine or Node: widgets may import @sameteam/api/client only.`);
  }
  for (const part of ['base', 'chart'] as const) {
    console.log(`${part}: ${sizes[part].toFixed(1)} kB gzip of at most ${limits[part]}`);
    if (sizes[part] > limits[part])
      throw new Error(
        `The ${part} bundle has grown to ${sizes[part].toFixed(1)} kB gzip; at most ${limits[part]} are allowed. Take something out, or raise the limit in tsup.config.ts with a reason.`,
      );
  }
}
