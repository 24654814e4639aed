/** What a receipt is kept with, on paper or as a file, as a part that is fetched when somebody is about to. */
import { saveFile } from '../controllers/save-file.js';
import type { Receipt } from '../domain/receipt.js';
import type { ViewContext } from '../views/context.js';
import { receiptFile } from '../views/receipt-file.js';

/** Its words, in English. */
export { shared as words } from '../locales/en/shared.js';
export { print } from '../controllers/printer.js';

export const save = (receipt: Receipt, context: ViewContext): void => saveFile(receiptFile(receipt, context));
