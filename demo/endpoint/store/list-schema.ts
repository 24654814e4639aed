/**
 * The tables a payer's list of contracts is read from, as the queries see them. Same forms as in schema.ts.
 */

/** Who sees a contract, with what their lists are sorted by. */
export interface ContractPayerTable {
  payer_id: string;
  contract_id: string;
  status: 'open' | 'closed';
  number: string;
  due_order: string;
  /** The open amount with its sign turned. */
  open_order: number;
}

/** What a payer's contracts of a status sum to. */
export interface PayerSumTable {
  payer_id: string;
  status: 'open' | 'closed';
  currency: string;
  contracts: number;
  open_value: number;
}

/** What of it is due on a day. */
export interface PayerDueTable {
  payer_id: string;
  status: 'open' | 'closed';
  currency: string;
  due_date: string;
  open_value: number;
}
