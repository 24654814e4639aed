/**
 * The tables of signing in by mailed code, as the queries see them: addresses on file, people, codes asked for, sessions.
 */

/** Addresses by which a payer can register: the customer's, its contacts', and those a contract is billed to. */
export interface EmailOnFileTable {
  /** In lower case, to compare by. */
  email: string;
  payer_id: string;
  /** The contract whose bill-to this is; empty where it stands for all of the payer's. */
  contract_id: string;
  /** As it is on file. */
  address: string;
}

export interface PersonTable {
  id: string;
  payer_id: string;
  email: string;
  address: string;
  first_name: string;
  last_name: string;
  registered_at: string;
}

export interface CodeRequestTable {
  subject: string;
  id: string;
  kind: string;
  counted_by: string;
  /** JSON array; empty where nothing matched. */
  offers: string;
  tries: number;
  /** Milliseconds since 1970. */
  code_ends_at: number;
  ends_at: number;
}

export interface SessionTable {
  token_hash: string;
  person_id: string;
  created_at: string;
  /** Milliseconds since 1970. */
  ends_at: number;
}
