/**
 * English as it is written in Canada: what differs from English, and nothing else.
 * Accounts are those of banks in the United States, whose routing number stands on no Canadian cheque.
 */
import type { Messages } from './en.js';

const words: Messages = {
  form: {
    routingHint: 'The nine-digit routing number of a US bank account',
    accountTypes: { checking: 'Chequing' },
  },
  fields: { postalCode: 'Billing postal code' },
  fieldFaults: {
    'postal-code-missing': () => 'Enter the postal code of the billing address.',
    'routing-check': () => 'This is not the routing number of a US bank. Check each digit against a cheque or statement of that account.',
  },
  payments: { canceled: 'Cancelled' },
  history: {
    canceling: 'Cancelling…',
    canceled: (reference) => ['Payment ', reference, ' is cancelled.'],
    refused: (reference) => ['Payment ', reference, ' was not cancelled.'],
  },
  announcements: {
    canceling: 'Cancelling the payment.',
    canceled: 'The payment is cancelled.',
    notCanceled: 'The payment was not cancelled.',
  },
};

export default words;
