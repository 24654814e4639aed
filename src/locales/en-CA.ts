/** English as it is written in Canada: what differs from English, and nothing else. */
import type { Messages } from './en.js';

const words: Messages = {
  form: {
    routingHint: 'Nine digits, at the bottom left of a cheque',
  },
  fieldFaults: {
    'routing-check': () => 'This is not a routing number. Check each digit against your cheque or bank statement.',
  },
};

export default words;
