import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const executablePath = process.env.SAMETEAM_CHROMIUM ?? usualPlaces.find((place) => existsSync(place));

const emulateMedia: BrowserCommand<
  [{ colorScheme?: 'light' | 'dark'; reducedMotion?: 'reduce' | 'no-preference'; media?: 'screen' | 'print' }]
> = ({ page }, media) => page.emulateMedia(media);

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { conditions: ['@sameteam/source', 'module', 'browser', 'import', 'default'] },
  test: {
    name: 'browser',
    // What other packages must do in a page is tested in the same browser.
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', '../agreement/src/**/*.browser.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
        },
      }),
      instances: [{ browser: 'chromium', name: 'browser' }],
      viewport: { width: 1280, height: 900 },
      commands: { emulateMedia },
    },
  },
});
