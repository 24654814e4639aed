/** All that a payment is made and drawn with, as one part that is fetched when somebody is about to pay. */
import { paying as own } from '../locales/en/paying.js';
import { shared } from '../locales/en/shared.js';

export { ofPaying } from '../controllers/paying-announcements.js';
export { PaymentController } from '../controllers/payment.js';
export { payFacts } from '../domain/form-facts.js';
export { payFlow } from '../views/pay-flow.js';

/** In English. */
export const words = { ...shared, ...own };
