/**
 * An endpoint that mails, and somebody who reads the mail: what was sent, to whom, with which code.
 */
import { vi } from 'vitest';
import type { Mail } from '../../../../demo/endpoint/mail.js';
import type { EndpointDeps } from '../../../../demo/endpoint/deps.js';
import type { PortfolioInput } from '../../../../demo/endpoint/portfolio.js';
import type { Dialect } from '../../../../demo/endpoint/store/open.js';
import { CodeSent, SignedIn } from '../../../../src/api/index.js';
import type { Answer } from './caller.js';
import { startHarness, type Harness } from './harness.js';
import { plainContract, testPortfolio } from './portfolio.js';

/** Whoever has this mail has every mail before it. */
const fence = 'fence@acme.example';

/** Acme is the customer, Gail its guarantor; Beta has a contract of its own in Canada. */
export const enrollmentPortfolio = (): PortfolioInput => {
  const portfolio = testPortfolio();
  const payers = portfolio.payers.map((payer) =>
    payer.id === 'acme'
      ? {
          ...payer,
          emails: 'Office@Acme.example; books@acme.example,  cfo@acme.example ',
          contacts: [
            { name: 'Cy Dunn', email: 'cy@acme.example' },
            { name: 'Last', email: fence },
          ],
        }
      : payer,
  );
  return {
    ...portfolio,
    lender: { ...portfolio.lender, features: { enrollment: true }, sessionMinutes: 20 },
    payers,
    contracts: [
      {
        ...plainContract('leased', ['acme', 'guarantor']),
        number: 'AB-1',
        billingPostalCode: '55369-1204',
        billingEmails: 'ap@hauler.example;Billing@Hauler.example',
      },
      { ...plainContract('other'), number: 'AB-2', billingPostalCode: '55369' },
      { ...plainContract('winnipeg', ['beta']), number: 'AB-3', currency: 'CAD', billingPostalCode: 'R2R 0H2', billingCountry: 'CA' },
      { ...plainContract('ended'), number: 'AB-4', status: 'closed', billingPostalCode: '55369', invoices: [] },
      { ...plainContract('no-code'), number: 'AB-5' },
      { ...plainContract('berlin'), number: 'AB-6', billingPostalCode: 'D-10117', billingCountry: 'DE' },
    ],
  };
};

export const facts = {
  firstName: 'Ada',
  lastName: 'Price',
  email: 'books@acme.example',
  postalCode: '55369',
  contractNumber: 'AB-1',
};

export interface MailingEndpoint {
  readonly harness: Harness;
  readonly mails: Mail[];
  readonly ask: (path: string, json?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly enroll: (change?: Partial<typeof facts>) => Promise<string>;
  /** Ids of codes asked for by e-mail. */
  readonly askToSignIn: (email: string) => Promise<string>;
  /** The code in the newest mail since the last look. */
  readonly newestCode: () => Promise<string>;
  /** Resolves when everything that was to be mailed has been. */
  readonly mailed: () => Promise<readonly Mail[]>;
  /** Registers and gives the code. */
  readonly register: (change?: Partial<typeof facts>) => Promise<SignedIn>;
  readonly as: (token: string) => { readonly as: null; readonly headers: { readonly authorization: string } };
}

export const startMailing = async (dialect: Dialect, special: Partial<EndpointDeps> = {}): Promise<MailingEndpoint> => {
  const mails: Mail[] = [];
  let fences = 0;
  const keep = (sent: Mail): void => {
    if (sent.to === fence) fences += 1;
    else mails.push(sent);
  };
  const mail = async (sent: Mail): Promise<void> => {
    keep(sent);
    await special.mail?.(sent);
  };
  const harness = await startHarness(dialect, enrollmentPortfolio(), { ...special, mail });
  const ask: MailingEndpoint['ask'] = (path, json, headers = {}) =>
    harness.call(path, { as: null, method: 'POST', headers, ...(json === undefined ? {} : { json }) });
  const idOf = ({ status, body, text }: Answer): string => {
    if (status !== 202) throw new Error(`expected 202, got ${status}: ${text}`);
    return CodeSent.parse(body).id;
  };
  const enroll: MailingEndpoint['enroll'] = async (change = {}) => idOf(await ask('/enrollments', { ...facts, ...change }));
  const mailed = async (): Promise<readonly Mail[]> => {
    const before = fences;
    await enroll({ email: fence });
    await vi.waitFor(() => {
      if (fences === before) throw new Error('the mail after all others has not come');
    }, 10_000);
    return mails;
  };
  let read = 0;
  const newestCode = async (): Promise<string> => {
    const [mail] = (await mailed()).slice(read).reverse();
    read = mails.length;
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
    if (code === undefined) throw new Error('no new mail holds a code');
    return code;
  };
  return {
    harness,
    mails,
    ask,
    enroll,
    askToSignIn: async (email) => idOf(await ask('/sign-ins', { email })),
    newestCode,
    mailed,
    register: async (change = {}) => {
      const id = await enroll(change);
      return SignedIn.parse((await ask(`/enrollments/${id}/verify`, { code: await newestCode() })).body);
    },
    as: (token) => ({ as: null, headers: { authorization: `Bearer ${token}` } }),
  };
};
