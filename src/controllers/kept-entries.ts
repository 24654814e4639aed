/**
 * What a payer had typed when the sign-in ended, until the same one is back: to nobody else, and only as long as the element stays.
 * Knows neither the forms nor how a payment is made.
 */
import type { Session } from '../api/index.js';
import type { Client } from '../client/client.js';
import { restoreDraft } from '../domain/kept-draft.js';
import type { Draft } from '../domain/payment.js';
import { readContracts } from './gather.js';

const isSame = (one: Session, other: Session): boolean => one.payer.id === other.payer.id && one.lender.id === other.lender.id;

export class KeptEntries<Entries> {
  #session: Session | undefined;
  #kept: { readonly session: Session; readonly entries: Entries } | undefined;

  /** Whether something waits for its payer. */
  get isThere(): boolean {
    return this.#kept !== undefined;
  }

  /** Somebody is signed in. Gives what is theirs; another's is forgotten. */
  begin(session: Session): Entries | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    this.#session = session;
    return kept && isSame(kept.session, session) ? kept.entries : undefined;
  }

  /** Nobody is any more. What had been typed, without bank digits; undefined for nothing. */
  end(entries: Entries | undefined): void {
    if (entries && this.#session) this.#kept = { session: this.#session, entries };
    this.#session = undefined;
  }

  forget(): void {
    this.#session = undefined;
    this.#kept = undefined;
  }
}

/** The entries on their contracts as they are now; undefined where none of those can be paid any more. */
export const readRestored = async (client: Client, draft: Draft, session: Session): Promise<Draft | undefined> => {
  const ids = draft.lines.map(({ contract }) => contract.id);
  return restoreDraft(draft, await readContracts(client, ids), session);
};
