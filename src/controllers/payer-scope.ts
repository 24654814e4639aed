/**
 * Everything that belongs to one payer of one lender on one endpoint: the bound client, the journal, the submission.
 * A payment keeps the scope it began in, whoever is signed in by the time it ends.
 */
import type { Session } from '../api/index.js';
import type { Client } from '../client/client.js';
import type { Environment } from '../client/environment.js';
import type { Journal } from '../client/journal.js';
import { createSubmission, type Submission } from '../client/submission.js';
import type { ErrorCode } from '../domain/errors.js';
import type { Connection } from './connection.js';
import { journalOf } from './open-entries.js';

export interface PayerScope {
  readonly client: Client;
  readonly environment: Environment;
  readonly journal: Journal;
  readonly submission: Submission;
}

export const createPayerScope = (connection: Connection, session: Session, report: (code: ErrorCode) => void): PayerScope => {
  const { environment } = connection;
  const { lender, payer } = session;
  const client = connection.client.forPayer(payer.id);
  const journal = journalOf(connection, session);
  const lockName = `aspire-pay:${lender.id}:${payer.id}`;
  return { client, environment, journal, submission: createSubmission({ client, journal, environment, lockName, report }) };
};
