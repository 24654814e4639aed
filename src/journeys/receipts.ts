/** The receipt as a file, as a part that is fetched when somebody is about to save one. */
export { receiptFile } from '../views/receipt-file.js';
