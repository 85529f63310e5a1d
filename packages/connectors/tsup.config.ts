import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { flat: 'src/flat.ts', index: 'src/index.ts', items: 'src/items.ts' },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
});
