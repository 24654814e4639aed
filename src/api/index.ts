/** The endpoint API, version 1: every resource and problem as a schema and a type. One source for the element, the reference endpoint and the conformance kit. */
export * from './forms.js';
export * from './session.js';
export * from './contracts.js';
export * from './payments.js';
export * from './bank-accounts.js';
export * from './enrollment.js';
export * from './problems.js';
