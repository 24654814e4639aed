/**
 * What a payer had typed when the sign-in ended, until the same one is back: to nobody else, and only as long as the element stays.
 * Knows neither the form nor how a payment is made.
 */
import type { Session } from '../api/index.js';
import type { Client } from '../client/client.js';
import { draftToKeep, restoreDraft } from '../domain/kept-draft.js';
import type { Draft, PaymentState } from '../domain/payment.js';
import { readContracts } from './gather.js';

const isSame = (one: Session, other: Session): boolean => one.payer.id === other.payer.id && one.lender.id === other.lender.id;

export class KeptEntries {
  #session: Session | undefined;
  #kept: { readonly session: Session; readonly draft: Draft } | undefined;

  /** Whether something waits for its payer. */
  get isThere(): boolean {
    return this.#kept !== undefined;
  }

  /** Somebody is signed in. Gives what is theirs; another's is forgotten. */
  begin(session: Session): Draft | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    this.#session = session;
    return kept && isSame(kept.session, session) ? kept.draft : undefined;
  }

  /** Nobody is any more. */
  end(state: PaymentState): void {
    const draft = draftToKeep(state);
    if (draft && this.#session) this.#kept = { session: this.#session, draft };
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
