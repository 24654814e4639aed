/** All that is drawn while a payment is being made, as one part that is fetched when somebody is about to pay. */
export { payFacts } from '../../domain/form-facts.js';
export { payFlow } from '../pay-flow.js';
