/** All that is drawn of the bank accounts, as one part that is fetched when somebody is about to look at them. */
export { accountsAsOf, bankAccounts } from '../bank-accounts.js';
