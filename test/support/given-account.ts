/** Accounts that a bank source gives in a test in Node, with the lender's real vault, and what of them the endpoint keeps. */
import type { BankSourceToken } from '../../src/client/bank-source.js';
import { accounts, payers, type Endpoint } from './endpoint.js';
import type { HandSource } from './hand-source.js';

/** What the lender's vault gives in place of the numbers. */
export const tokenFor = async ({ world }: Endpoint, accountNumber: string): Promise<string> => {
  const body = JSON.stringify({ routingNumber: '083914061', accountNumber });
  const answer = await world.vault.app.request('/tokens', { method: 'POST', body });
  return ((await answer.json()) as { token: string }).token;
};

/** Answers the last question with an account, which the source may know more of. */
export const giveAccount = async (
  source: HandSource,
  endpoint: Endpoint,
  accountNumber: string,
  more: Partial<BankSourceToken> = {},
): Promise<void> => {
  source.last.answer({ token: await tokenFor(endpoint, accountNumber), ...more });
  await endpoint.clock.quiet();
};

/** The baker's accounts that weren't there from the start. */
export const addedAccounts = async (endpoint: Endpoint): Promise<readonly { last4: string; type: string; holder_name: string }[]> =>
  (await endpoint.world.rows()).bank_accounts
    .filter(({ payer_id }) => payer_id === payers.baker)
    .filter(({ id }) => id !== accounts.checking && id !== accounts.savings);
