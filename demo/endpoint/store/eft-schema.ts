/**
 * The tables of the lender's side as the queries see them: records, batches, postings. Same forms as in schema.ts.
 */

/** What the back office receives: one record per contract, and no invoice on it. */
export interface AlternateEftTable {
  id: string;
  payment_id: string;
  payment_reference: string;
  contract_id: string;
  contract_number: string;
  amount_value: number;
  currency: string;
  due_date: string;
  sec_code: 'WEB' | 'CCD';
  /** The account's id: the sealed number is looked up by it when a batch is made. */
  account_reference: string;
  account_last4: string;
  payments: number;
  payments_processed: number;
  /** `pending`, `scheduled`, `batched`, `posted`, `returned`; `canceled` and `failed` are neutralised: no batch takes them. */
  status: string;
  created_at: string;
  /** The EFT batch that holds it; null until one does. */
  batch_id: string | null;
}

/** What EFT Generation made: records that go to the bank on one day. */
export interface EftBatchTable {
  id: string;
  lender_id: string;
  /** Counts up from 1: what people call it. */
  number: number;
  /** The due-date range it was generated for. */
  from_date: string;
  to_date: string;
  /** The bank's entry date. */
  effective_date: string;
  status: 'open' | 'posted';
  created_at: string;
  posted_at: string | null;
}

/** Cash that came in by one payment. The key makes a payment post once. */
export interface PostingTable {
  payment_id: string;
  contract_id: string;
  method: string;
  posted_on: string;
  applied_value: number;
  /** Minor units left over: Unapplied Cash, until the posting is reversed. */
  unapplied_value: number;
  reversed_at: string | null;
}

/** What of a posting went to which charge. */
export interface CashApplicationTable {
  payment_id: string;
  contract_id: string;
  invoice_id: string;
  charge_id: string;
  amount_value: number;
}
