/** The Node tests as mutation testing runs them: only those of the area under change, on SQLite, where a thousand runs are affordable. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// A copy of the project is what runs: its root is where the command stands.
export default defineConfig({
  root: resolve('.'),
  test: {
    // A pattern may hold commas.
    include: JSON.parse(process.env['ASPIRE_PAY_MUTATION_TESTS'] ?? '[]') as string[],
    env: { ASPIRE_PAY_DATABASES: 'sqlite' },
    // What only PostgreSQL does runs there.
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
