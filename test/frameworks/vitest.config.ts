/** The pages of demo/frameworks, each built by its own tools and paid on in a browser: `npm run test:frameworks`, after a build. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/frameworks/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    allowOnly: false,
  },
});
