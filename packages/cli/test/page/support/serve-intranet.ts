import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Served } from './use-pages.ts';

const program = fileURLToPath(new URL('../../../../../examples/intranet-page/serve.ts', import.meta.url));

/** Runs the example as its README says, on free ports. `url` is that of the intranet. */
export async function serveIntranet(db: string): Promise<Served & { readonly numbersUrl: string }> {
  const child = spawn(process.execPath, ['--conditions=@sameteam/source', program, db, '0', '0']);
  const exited = once(child, 'exit');
  let printed = '';
  let failed = '';
  child.stderr.on('data', (text) => {
    failed += text;
  });
  const urls = new Promise<readonly string[]>((resolve) => {
    child.stdout.on('data', (text) => {
      printed += text;
      const found = printed.match(/http:\/\/localhost:\d+/g) ?? [];
      if (found.length === 2) resolve(found);
    });
  });
  const [numbersUrl = '', url = ''] = await Promise.race([
    urls,
    exited.then(([code]) => Promise.reject(new Error(`The example ended with code ${code}: ${failed}`))),
  ]);
  return {
    url,
    numbersUrl,
    async close() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
