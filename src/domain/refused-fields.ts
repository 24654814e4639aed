/**
 * Puts the endpoint's field errors on the fields of the form they are about. What points nowhere we know stands above the form.
 */
import type { FieldError } from '../api/index.js';
import type { AmountChoice, FieldFault, FieldName } from './payment.js';

const fieldOf = (pointer: string, choice: AmountChoice): FieldName => {
  if (/^\/items\/\d+(\/amount(\/value)?)?$/.test(pointer)) return choice === 'other' ? 'otherAmount' : 'amount';
  switch (pointer) {
    case '/date':
      return 'date';
    case '/accountId':
      return 'account';
    default:
      return 'form';
  }
};

const accountFieldOf = (pointer: string): FieldName => {
  switch (pointer) {
    case '/holderName':
      return 'holderName';
    case '/routingNumber':
      return 'routingNumber';
    case '/accountNumber':
      return 'accountNumber';
    default:
      return 'form';
  }
};

/** The faults of a payment to show, in the endpoint's own words. */
export const refusedFields = (errors: readonly FieldError[], choice: AmountChoice): FieldFault[] =>
  errors.map(({ pointer, detail }) => ({ field: fieldOf(pointer, choice), code: 'refused', detail }));

/** The same for an account that was to be added. */
export const refusedAccountFields = (errors: readonly FieldError[]): FieldFault[] =>
  errors.map(({ pointer, detail }) => ({ field: accountFieldOf(pointer), code: 'refused', detail }));
