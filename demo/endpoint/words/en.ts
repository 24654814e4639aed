/** English. */
import type { Words } from './words.js';

export const en: Words = {
  authorization: ({ debits, ...facts }) =>
    [
      `I, ${facts.person}, acting for ${facts.payer}, authorize ${facts.lender} to make ${debits === undefined ? `a single electronic debit (ACH) of ${facts.total}` : `one electronic debit (ACH) for each contract named below, ${debits} debits of ${facts.total} in all,`} on or after ${facts.date} from the ${facts.holderType === 'business' ? 'business' : 'personal'} bank account ${facts.accountName}, ending in ${facts.last4}. The bank is expected to debit the account on ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contract ${contractNumber}: ${amount}`),
      debits === undefined
        ? `${facts.lender} may also correct this debit by a credit or debit if it was made in error. This authorization covers this payment only and no later one. If the bank returns the debit, the amount stays owed.`
        : `${facts.lender} may also correct any of these debits by a credit or debit if it was made in error. This authorization covers these payments only and no later one. If the bank returns a debit, its amount stays owed.`,
      `I may revoke this authorization by telling ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} before ${facts.cutOff} on ${facts.date}.`,
      `Authorized on ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `${amount} is already under way on contract ${contractNumber}. If you continue, this payment is made in addition.`,
  lookAlike: (amount, contractNumber) =>
    `A payment of the same amount, ${amount}, was already made on contract ${contractNumber}. If you continue, both are debited.`,
  autopay: (contractNumber, date) =>
    `Automatic payment is set up on contract ${contractNumber}, next on ${date}. This payment is made in addition.`,
  returned: {
    R01: 'There was not enough money in the bank account.',
    R02: 'The bank account is closed.',
    R03: 'The bank found no such account, or it belongs to somebody else.',
    R04: 'The account number is not one the bank uses.',
    R05: 'The account is a personal one, and the debit was made as from a business.',
    R07: 'The authorization was withdrawn.',
    R08: 'Payment of this debit was stopped at the bank.',
    R09: 'There was not enough cleared money in the bank account.',
    R10: 'The account holder told the bank that this debit was not authorized.',
    R11: 'The account holder told the bank that this debit did not follow the authorization.',
    R13: 'The routing number is not that of a bank that takes debits.',
    R16: 'The bank account is frozen.',
    R20: 'The bank account cannot be debited this way.',
    R29: 'The business told its bank that this debit was not authorized.',
  },
  notRecorded: 'The payment did not reach us in time to be sent on its date. Nothing was debited. You can pay again.',
  codeMail: ({ lender, codes, minutes }) => ({
    subject: `Your code for ${lender}`,
    lines: [
      ...codes.map(({ payerName, code }) => `Your code for ${payerName}: ${code}`),
      `It works once, within ${minutes} minutes. A new code ends this one.`,
      `If you didn’t ask for it, you need do nothing: without the code nobody gets in. ${lender} never asks you for it.`,
    ],
  }),
  registeredMail: (lender) => ({
    subject: `You are registered with ${lender}`,
    lines: [
      'Somebody asked to register with this e-mail address. It is registered already, so no code was made.',
      'To get in, go back to the page, choose “Sign in by e-mail” and enter this address.',
      'If it wasn’t you, you need do nothing: nobody got in.',
    ],
  }),
  tooLateToCancel: 'The request to cancel came too late: the payment was already on its way to the bank.',
};
