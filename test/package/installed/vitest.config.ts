/** The package as others get it, packed and installed: `npm run test:package`. Needs the registry, so it has a command of its own. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    include: ['test/package/installed/*.test.ts'],
    globalSetup: ['test/package/installed/support/pack.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    allowOnly: false,
  },
});
