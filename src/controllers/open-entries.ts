/**
 * The journal of one payer of one lender, and what it remembers of payments whose end is not known.
 * Knows nothing of how they are settled.
 */
import type { Session } from '../api/index.js';
import { createJournal, type Journal } from '../client/journal.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { Connection } from './connection.js';

export const journalOf = ({ environment }: Connection, { lender, payer }: Session): Journal =>
  createJournal(environment.stores, lender.id, payer.id);

/** Oldest first. */
export const openEntries = (connection: Connection, session: Session): readonly OpenEntry[] => journalOf(connection, session).open();
