/** The receipt as a file, as a part that is fetched when somebody is about to save one. */
/** Its words, in English. */
export { shared as words } from '../locales/en/shared.js';
export { receiptFile } from '../views/receipt-file.js';
