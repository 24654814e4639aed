/**
 * Which addresses of a portfolio somebody may register with, and for which payer. Knows no database.
 */
import type { Portfolio } from '../portfolio.js';
import type { NewRow } from '../store/schema.js';
import { emailKey, splitEmails } from './matching.js';

type EmailRow = NewRow<'emails_on_file'>;

const rowsOf = (payerId: string, contractId: string, list: string): EmailRow[] =>
  splitEmails(list).map((address) => ({ email: emailKey(address), payer_id: payerId, contract_id: contractId, address }));

const ofPayer = ({ id, contact, contacts, emails }: Portfolio['payers'][number]): EmailRow[] =>
  [emails ?? '', contact.email, ...contacts.map(({ email }) => email)].flatMap((list) => rowsOf(id, '', list));

/** The bill-to is the customer's, who stands first. */
const ofContract = ({ id, payers: [customer], billingEmails }: Portfolio['contracts'][number]): EmailRow[] =>
  customer === undefined ? [] : rowsOf(customer, id, billingEmails ?? '');

/** Each once; what stands for all of a payer's contracts needs no row for one of them. */
export const emailRows = ({ payers, contracts }: Portfolio): EmailRow[] => {
  const rows = new Map<string, EmailRow>();
  for (const row of [...payers.flatMap(ofPayer), ...contracts.flatMap(ofContract)]) {
    const key = (contractId: string): string => JSON.stringify([row.payer_id, contractId, row.email]);
    if (!rows.has(key('')) && !rows.has(key(row.contract_id))) rows.set(key(row.contract_id), row);
  }
  return [...rows.values()];
};
