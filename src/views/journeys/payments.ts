/** All that is drawn of the payments made so far, as one part that is fetched when somebody is about to look at them. */
export { payments, paymentsAsOf } from '../payments.js';
