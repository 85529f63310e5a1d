import { afterEach, expect, it, vi } from 'vitest';
import { requireNode } from './require-node.mjs';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('loads on a Node that can', async () => {
  const load = vi.fn(async () => undefined);
  await requireNode('start', load, '18.0.0');
  expect(load).toHaveBeenCalledOnce();
});

it('loads nothing on an old one and says what to install', async () => {
  const load = vi.fn(async () => undefined);
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await requireNode('start', load, '16.20.2');
  expect(load).not.toHaveBeenCalled();
  expect(write).toHaveBeenCalledWith(
    'Cannot start: Node 16.20.2 is too old. Install Node 24 (at least 18) with npm, then try again.\n',
  );
  expect(process.exitCode).toBe(1);
});
