/** All that the payments made so far are read and drawn with, as one part that is fetched when somebody is about to look at them. */
export { ofHistory } from '../controllers/history-announcements.js';
export { HistoryController } from '../controllers/history.js';
export { payments, paymentsAsOf } from '../views/payments.js';
