import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', normalize: 'src/normalize.ts', vocabulary: 'src/vocabulary.ts' },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  esbuildOptions(options) {
    // ES2025, but Node does not import JSON without them, and esbuild drops them for an older target.
    options.supported = { ...options.supported, 'import-attributes': true };
  },
});
