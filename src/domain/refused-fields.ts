/**
 * Puts the endpoint's field errors on the fields of the form they are about. What points nowhere we know stands above the form.
 */
import type { FieldError } from '../api/index.js';
import { whose } from './draft.js';
import type { Draft, DraftLine, FieldFault, FieldName } from './payment.js';

/** The line whose item a pointer speaks of; undefined where it speaks of none. */
const lineAt = (pointer: string, { lines }: Draft): DraftLine | undefined => lines[Number(/^\/items\/(\d+)(\/|$)/.exec(pointer)?.[1])];

const fieldOf = (pointer: string): FieldName => {
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
    case '/token':
      return 'bankSource';
    default:
      return 'form';
  }
};

const faultOf = ({ pointer, detail }: FieldError, draft: Draft): FieldFault => {
  const line = lineAt(pointer, draft);
  if (!line || !/^\/items\/\d+(\/amount(\/value)?)?$/.test(pointer)) return { field: fieldOf(pointer), code: 'refused', detail };
  const field = line.choice === 'other' ? 'otherAmount' : 'amount';
  return { field, code: 'refused', detail, ...whose(draft, line.contract) };
};

/** The faults of a payment to show, in the endpoint's own words. */
export const refusedFields = (errors: readonly FieldError[], draft: Draft): FieldFault[] => errors.map((error) => faultOf(error, draft));

/** Ids of the contracts that have moved, as the endpoint points at them; all of them where it points at none. */
export const movedContracts = (errors: readonly FieldError[], draft: Draft): string[] => {
  const named = errors.flatMap(({ pointer }) => lineAt(pointer, draft)?.contract.id ?? []);
  return named.length > 0 ? [...new Set(named)] : draft.lines.map(({ contract }) => contract.id);
};

/** The same for an account that was to be added. */
export const refusedAccountFields = (errors: readonly FieldError[]): FieldFault[] =>
  errors.map(({ pointer, detail }) => ({ field: accountFieldOf(pointer), code: 'refused', detail }));
