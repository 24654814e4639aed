/**
 * What payers want to happen once, contract by contract, and when it has, as far as they can see. Must not know how they go about it.
 */
import type { Contract } from '../../src/api/index.js';
import { remaining } from '../../src/domain/contract.js';
import type { Person } from './people.js';

/** What somebody wants to happen once. */
export interface Wish {
  readonly person: Person;
  readonly contract: string;
  /** Open and not under way when they began, in minor units. */
  left: number;
  isDone: boolean;
}

const leftOf = (contract: Contract): number => remaining(contract).open.value;

export class Wishes {
  readonly #wishes = new Map<string, Wish>();

  find(person: string | undefined, contract: string): Wish | undefined {
    return this.#wishes.get(`${person ?? ''} ${contract}`);
  }

  /** The wish they have, or one they have from now on: they see the contract, and what is open on it. */
  open(person: Person, shown: Contract): Wish {
    const known = this.find(person, shown.id);
    if (!known) return this.renew(person, shown);
    this.look(known, shown);
    return known;
  }

  /** Once more: another wish. */
  renew(person: Person, shown: Contract): Wish {
    const wish = { person, contract: shown.id, left: leftOf(shown), isDone: false };
    this.#wishes.set(`${person} ${shown.id}`, wish);
    return wish;
  }

  /** A page says that nothing was paid, and to go on: it is the same wish, and not done. */
  believe(person: Person, shown: Contract): void {
    const wish = this.open(person, shown);
    [wish.isDone, wish.left] = [false, leftOf(shown)];
  }

  /** Whether the screen shows that it has been paid: there is less left than there was. */
  look(wish: Wish, shown: Contract): void {
    if (leftOf(shown) < wish.left) wish.isDone = true;
  }
}
