/**
 * Reads a portfolio file and says clearly what is wrong with it: where, and what was expected. Knows nothing of the database.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { checkPortfolio, type PortfolioFault } from './portfolio-checks.js';
import { Portfolio } from './portfolio.js';

const mostFaultsShown = 20;

/** What is wrong with a portfolio: one line a fault, for whoever wrote the file. */
export class PortfolioError extends Error {
  readonly faults: readonly PortfolioFault[];

  constructor(source: string, faults: readonly PortfolioFault[]) {
    const lines = faults.slice(0, mostFaultsShown).map(({ path, message }) => `  ${path === '' ? 'the file' : path}: ${message}`);
    const more = faults.length > mostFaultsShown ? [`  … and ${faults.length - mostFaultsShown} more`] : [];
    super([`${source} is not a portfolio that can be loaded:`, ...lines, ...more].join('\n'));
    this.name = 'PortfolioError';
    this.faults = faults;
  }
}

const writePath = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), root);

const describeIssue = (issue: z.core.$ZodIssue, root: unknown): string => {
  if (valueAt(root, issue.path) === undefined) return 'this is missing';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number of minor units is expected' : `${issue.expected} is expected`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')} is expected`;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day as YYYY-MM-DD is expected' : `text of the form ${issue.pattern ?? issue.format} is expected`;
    case 'too_small':
      return `at least ${issue.minimum} is expected`;
    case 'too_big':
      return `at most ${issue.maximum} is expected`;
    default:
      return 'this value is not allowed';
  }
};

/** From any value to a portfolio with its defaults filled in; throws {@link PortfolioError}. */
export const parsePortfolio = (value: unknown, source = 'The portfolio'): Portfolio => {
  const parsed = z.safeParse(Portfolio, value);
  if (!parsed.success) {
    throw new PortfolioError(
      source,
      parsed.error.issues.map((issue) => ({ path: writePath(issue.path), message: describeIssue(issue, value) })),
    );
  }
  const faults = checkPortfolio(parsed.data);
  if (faults.length > 0) throw new PortfolioError(source, faults);
  return parsed.data;
};

export const readPortfolioFile = async (path: string): Promise<Portfolio> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} can't be read: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'}`, {
      cause: error,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text, (_name, part: unknown) => {
      if (typeof part === 'string' && part.includes('\0'))
        throw new PortfolioError(path, [{ path: '', message: 'it holds a NUL character' }]);
      return part;
    });
  } catch (error) {
    // The parser's own message may quote an account number.
    throw error instanceof PortfolioError ? error : new PortfolioError(path, [{ path: '', message: 'it is not JSON' }]);
  }
  return parsePortfolio(value, path);
};
