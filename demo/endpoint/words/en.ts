/** English. */
import type { Words } from './words.js';

export const en: Words = {
  authorization: (facts) =>
    [
      `I, ${facts.person}, acting for ${facts.payer}, authorize ${facts.lender} to make a single electronic debit (ACH) of ${facts.total} on or after ${facts.date} from the ${facts.holderType === 'business' ? 'business' : 'personal'} bank account ${facts.accountName}, ending in ${facts.last4}. The bank is expected to debit the account on ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contract ${contractNumber}: ${amount}`),
      `${facts.lender} may also correct this debit by a credit or debit if it was made in error. This authorization covers this payment only and no later one. If the bank returns the debit, the amount stays owed.`,
      `I may revoke this authorization by telling ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} before ${facts.cutOff} on ${facts.date}.`,
      `Authorized on ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `${amount} is already under way on contract ${contractNumber}. If you continue, this payment is made in addition.`,
  lookAlike: (amount, contractNumber) =>
    `A payment of the same amount, ${amount}, was already made on contract ${contractNumber}. If you continue, both are debited.`,
  autopay: (contractNumber, date) =>
    `Automatic payment is set up on contract ${contractNumber}, next on ${date}. This payment is made in addition.`,
};
