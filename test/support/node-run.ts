/**
 * Runs the Node tests by Vitest, in a process of its own, and counts them.
 * Must not know what is tested.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { noTests, tellFailure, type Totals } from './totals.js';

const FailedTest = z.object({ status: z.string(), fullName: z.string(), failureMessages: z.optional(z.nullable(z.array(z.string()))) });
const TestFile = z.object({ name: z.string(), status: z.string(), message: z.string(), assertionResults: z.array(FailedTest) });
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(TestFile),
});

/** Its failed tests; a file that doesn't load has none, and a reason of its own. */
const failuresOf = ({ name, status, message, assertionResults }: z.infer<typeof TestFile>): string[] => {
  const file = relative('.', name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [tellFailure([file], message)];
  return failed.map((test) => tellFailure([file, test.fullName], test.failureMessages?.join('\n')));
};

export interface NodeRun {
  /** Parts of file names; all files when empty. */
  filters: string[];
  measuresCoverage: boolean;
}

const readReport = async (file: string): Promise<Totals | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const report = Report.parse(JSON.parse(text));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
  };
};

/** Answers the counts; a missed coverage threshold, a file that doesn't load or a run that ends without a report counts as one failure. */
export const runInNode = async (run: NodeRun): Promise<Totals> => {
  const folder = await mkdtemp(join(tmpdir(), 'aspire-pay-vitest-'));
  const report = join(folder, 'report.json');
  const cli = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const args = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (run.measuresCoverage) args.push('--coverage');
  try {
    const child = spawn(process.execPath, [cli, ...args, ...run.filters], { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    const totals = (await readReport(report)) ?? noTests;
    return code === 0 || totals.failed > 0 ? totals : { ...totals, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
