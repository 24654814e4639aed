/** The Node tests: endpoint, DOM-free code, package. Everything named `*.browser.test.ts` belongs to the browsers instead. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const postgres = resolve(root, 'test/support/postgres.ts');

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts'],
    globalSetup: existsSync(postgres) ? [postgres] : [],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    allowOnly: false,
    coverage: {
      provider: 'v8',
      include: ['src/api/**', 'src/domain/**', 'src/client/**', 'demo/endpoint/**'],
      reportsDirectory: 'coverage/node',
      reporter: ['text-summary', 'lcovonly'],
      thresholds: { statements: 90, branches: 85, functions: 90, lines: 90 },
    },
  },
});
