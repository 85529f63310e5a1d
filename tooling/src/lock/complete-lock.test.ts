import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeLock, type LockFile, missingOptionals, platformOf } from './complete-lock.ts';

const lockPath = new URL('../../../package-lock.json', import.meta.url);

describe('package-lock.json', () => {
  it('describes every optional dependency, so that npm ci takes it on every system: npm run lock', () => {
    const lock = JSON.parse(readFileSync(lockPath, 'utf8')) as LockFile;
    expect(missingOptionals(lock).map((it) => it.name)).toEqual([]);
  });
});

describe('completeLock', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-64': '1.0.0' },
      },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0' },
      'node_modules/other': { version: '2.0.0', optionalDependencies: { '@tool/linux-x64-musl': '2.0.0-r.1' } },
    },
  };

  it('adds what is missing, wherever it may already lie', () => {
    const { packages } = completeLock(lock);
    expect(packages['node_modules/@tool/darwin-64']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      os: ['darwin'],
      dev: true,
      optional: true,
    });
    expect(packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '2.0.0-r.1',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      optional: true,
    });
    expect(packages['node_modules/@tool/linux-x64']).toBeUndefined();
    expect(missingOptionals({ packages })).toEqual([]);
  });

  it('changes nothing in a complete file', () => {
    const complete = completeLock(lock);
    expect(completeLock(complete)).toEqual(complete);
  });
});

describe('platformOf', () => {
  it.each([
    ['@rollup/rollup-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
    ['@rollup/rollup-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
    ['@turbo/windows-arm64', { cpu: ['arm64'], os: ['win32'] }],
    ['@biomejs/cli-linux-arm64-musl', { cpu: ['arm64'], libc: ['musl'], os: ['linux'] }],
  ])('of %s', (name, expected) => {
    expect(platformOf(name)).toEqual(expected);
  });

  it('does not guess', () => {
    expect(() => platformOf('fsevents')).toThrow('does not say for which system');
  });
});
