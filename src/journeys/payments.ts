/** All that the payments made so far are read and drawn with, as one part that is fetched when somebody is about to look at them. */
import { payments as own } from '../locales/en/payments.js';
import { shared } from '../locales/en/shared.js';

export { ofHistory } from '../controllers/history-announcements.js';
export { HistoryController } from '../controllers/history.js';
export { payments, paymentsAsOf } from '../views/payments.js';

/** In English. */
export const words = { ...shared, ...own };
