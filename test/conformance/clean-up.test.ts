/** A run that goes wrong: its report is not lost, and what it paid is canceled as far as the endpoint lets it be. */
import { describe, expect, it } from 'vitest';
import { CannotStart, checkEndpoint, isPassed, writeText } from '../../src/conformance/index.js';
import { answerHeaders, changeAnswer, is, refuse } from './broken/variant.js';
import { checkReference, sandboxRun, startReference, type Fetch, type Reference } from './support/reference.js';

const patience = 180_000;

const isCancel = (request: Request): boolean => is(request, 'POST', /\/cancel$/);

/** So many are answered; whoever asks on is told to come back in an hour. */
const limit = (isCounted: (request: Request) => boolean, most: number) => {
  let asked = 0;
  return changeAnswer(async (response, request) => {
    if (!isCounted(request) || (asked += 1) <= most) return response;
    return answerHeaders(refuse(response, 429, 'rate-limited'), { 'retry-after': '3600' });
  });
};

const paymentsOf = async ({ url }: Reference, token: string): Promise<readonly { id: string; status: string }[]> => {
  const answer = await fetch(`${url}/payments?limit=50`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { items: { id: string; status: string }[] }).items;
};

describe('an endpoint that limits how often is canceled', () => {
  it(
    'has its report, which names the payments that stay',
    async () => {
      const report = await checkReference({ wrap: limit(isCancel, 10) });
      expect(report.findings).toEqual([]);
      expect(isPassed(report)).toBe(true);
      const stayed = report.paid - report.canceled;
      expect(report.canceled).toBeGreaterThan(0);
      expect(stayed).toBeGreaterThan(1);
      const [note = ''] = report.notes;
      expect(note).toMatch(new RegExp(`^${stayed} payments could not be canceled: `));
      expect(note.split(': ')[1]?.split(', ')).toHaveLength(stayed);
      expect(writeText(report, { isColoured: false })).toContain(`Notes\n  ${note}\n`);
    },
    patience,
  );
});

describe('a run that ends before its end', () => {
  it(
    'has canceled what it paid',
    async () => {
      const reference = await startReference();
      try {
        const before = (await paymentsOf(reference, 'demo-acme')).length;
        const run = checkEndpoint({
          url: reference.url,
          ...sandboxRun,
          onCheck: ({ area }) => {
            if (area === 'Keys') throw new Error('The suite has seen enough.');
          },
        });
        await expect(run).rejects.toThrow('The suite has seen enough.');
        const made = (await paymentsOf(reference, 'demo-acme')).slice(0, -before);
        expect(made.length).toBeGreaterThan(1);
        expect(made.filter(({ status }) => !/^(pending_cancel|canceled)$/.test(status))).toEqual([]);
      } finally {
        await reference.stop();
      }
    },
    patience,
  );
});

describe('a run that cannot start', () => {
  const tryToStart = async (wrap: (next: Fetch) => Fetch): Promise<unknown> => checkReference({ wrap }).catch((error: unknown) => error);

  it('says that the endpoint is asked too often', async () => {
    const error = await tryToStart(limit(() => true, 0));
    expect(error).toBeInstanceOf(CannotStart);
    expect(String(error)).toContain('GET /lender is rate-limited; lift the limits of the sandbox, or come back in 3600 seconds.');
  });

  it.each([
    ['none', {}],
    ['one', { token: 'demo-acme' }],
  ])('writes nothing by the tokens of %s payer, since it needs two', async (_how, tokens) => {
    const run = checkEndpoint({ url: 'http://127.0.0.1:1', mayWrite: true, ...tokens });
    await expect(run).rejects.toThrow(CannotStart);
    await expect(run).rejects.toThrow('two payers');
  });
});
