/**
 * One page that submits payments for a payer: client, journal and submission over a tab of the test's.
 * Must not know screens.
 */
import type { Client } from '../../src/client/client.js';
import { createJournal, type Journal } from '../../src/client/journal.js';
import { createSubmission, type Outcome, type Submission } from '../../src/client/submission.js';
import type { ErrorCode } from '../../src/domain/errors.js';
import type { OpenEntry } from '../../src/domain/portfolio.js';
import { authorize, payers, signIn, type Endpoint } from './endpoint.js';
import { openTab, type Tab, type TabOptions } from './environment.js';
import type { Wire } from './wire.js';

export interface Submitter extends Tab {
  readonly client: Client;
  readonly journal: Journal;
  readonly submission: Submission;
  /** What an integrator would be told. */
  readonly reports: ErrorCode[];
  /** Presses *Authorize*; time passes until the outcome is there. */
  readonly pay: (payment: Prepared) => Promise<Outcome>;
  /** Follows an entry until its end; time passes. */
  readonly settle: (entry: OpenEntry) => Promise<Outcome>;
}

export interface Prepared {
  readonly entry: OpenEntry;
  readonly body: Awaited<ReturnType<typeof authorize>>['body'];
}

export interface SubmitterOptions extends Partial<Omit<TabOptions, 'clock' | 'base'>> {
  readonly payer?: string;
}

export const openSubmitter = (endpoint: Endpoint, { payer = payers.baker, ...options }: SubmitterOptions = {}): Submitter => {
  const { clock, base } = endpoint;
  const tab = openTab({ clock, base, ...options });
  const { environment } = tab;
  const client = signIn(endpoint, environment, payer);
  const journal = createJournal(environment.stores, 'lender-harbor', payer);
  const reports: ErrorCode[] = [];
  const lockName = `aspire-pay:lender-harbor:${payer}`;
  const submission = createSubmission({ client, journal, environment, lockName, report: (code) => reports.push(code) });
  return {
    ...tab,
    client,
    journal,
    submission,
    reports,
    pay: ({ entry, body }) => clock.settle(submission.submit(entry, body)),
    settle: (entry) =>
      clock.settle(submission.settle(entry, { signal: new AbortController().signal, isFresh: false, onAsked: () => undefined })),
  };
};

/** Everything up to the press, on a wire without faults. */
export const prepare = async (endpoint: Endpoint, contractId?: string): Promise<Prepared> => {
  const { clock, base } = endpoint;
  const { environment } = openTab({ clock, base });
  const { body, contract } = await clock.settle(authorize(signIn(endpoint, environment), contractId));
  const [item] = body.items;
  if (!item) throw new Error('A payment has an item.');
  return {
    body,
    entry: {
      key: body.idempotencyKey,
      contracts: [{ id: contract.id, number: contract.number, amount: item.amount }],
      date: body.date,
      pressedAt: new Date(clock.now()).toISOString(),
    },
  };
};

/** POSTs that left the page, and questions and voids about their key. */
export const traffic = (wire: Wire): { posts: number; asks: number; voids: number } => ({
  posts: wire.posts,
  asks: wire.count('GET', /^\/payments\/by-key\//),
  voids: wire.count('PUT', /\/void$/),
});
