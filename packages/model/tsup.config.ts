import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', normalize: 'src/normalize.ts', vocabulary: 'src/vocabulary.ts' },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
});
