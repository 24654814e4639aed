/** All that the bank accounts are kept and drawn with, as one part that is fetched when somebody is about to look at them. */
import { bankAccounts as own } from '../locales/en/bank-accounts.js';
import { shared } from '../locales/en/shared.js';

export { ofAccounts } from '../controllers/account-announcements.js';
export { BankAccountsController } from '../controllers/bank-accounts.js';
export { accountsAsOf, bankAccounts } from '../views/bank-accounts.js';

/** In English. */
export const words = { ...shared, ...own };
