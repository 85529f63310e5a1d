import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'holidays/index': 'src/holidays/index.ts',
    'render/index': 'src/render/index.ts',
    'sign/index': 'src/sign/index.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
});
