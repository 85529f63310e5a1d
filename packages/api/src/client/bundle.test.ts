import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

async function bundled(): Promise<{ readonly code: string; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@sameteam/source'],
    write: false,
    metafile: true,
  });
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}

it('brings nothing into a page but itself: no zod, no dependency, no type', async () => {
  const { code, inputs } = await bundled();
  expect(code).not.toMatch(/zod|_zod|safeParse|\bimport\b|\brequire\b/i);
  expect(inputs.map((input) => input.replace(/^.*packages\/api\//, '')).sort()).toEqual([
    'src/client/client-error.ts',
    'src/client/create-client.ts',
    'src/client/index.ts',
  ]);
});

it('stays under 1,000 bytes of gzip', async () => {
  const { code } = await bundled();
  const bytes = gzipSync(code, { level: 9 }).length;
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(1000);
});
