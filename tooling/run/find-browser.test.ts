import { expect, it } from 'vitest';
import { findBrowser } from './find-browser.mjs';

function world(files: readonly string[], env: Record<string, string> = {}, folders: readonly string[] = []) {
  return { env, platform: 'linux', home: '/h', exists: (path: string) => files.includes(path), list: () => folders };
}

it('takes the one that is named', () => {
  expect(findBrowser(world(['/opt/c', '/usr/bin/chromium'], { SAMETEAM_CHROMIUM: '/opt/c' }))).toBe('/opt/c');
});

it('says when the named one does not exist', () => {
  expect(() => findBrowser(world([], { SAMETEAM_CHROMIUM: '/opt/c' }))).toThrow(
    'Cannot run the browser tests: SAMETEAM_CHROMIUM names /opt/c, which does not exist. Correct or unset it.',
  );
});

it('takes one in a usual place', () => {
  expect(findBrowser(world(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
});

it("takes the newest of Playwright's", () => {
  const place = (n: number) => `/h/.cache/ms-playwright/chromium-${n}/chrome-linux64/chrome`;
  const folders = ['chromium-999', 'chromium-1255', 'ffmpeg-1011', 'chromium_headless_shell-1300'];
  expect(findBrowser(world([place(999), place(1255)], {}, folders))).toBe(place(1255));
});

it('finds nothing where there is nothing', () => {
  expect(findBrowser(world([]))).toBeNull();
});
