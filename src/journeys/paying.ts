/** All that a payment is made and drawn with, as one part that is fetched when somebody is about to pay. */
export { ofPaying } from '../controllers/paying-announcements.js';
export { PaymentController } from '../controllers/payment.js';
export { payFacts } from '../domain/form-facts.js';
export { payFlow } from '../views/pay-flow.js';
