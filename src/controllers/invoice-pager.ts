/**
 * Turns the pages of one contract's open invoices, contract by contract.
 * Knows nothing of the list of contracts but which are still there unchanged.
 */
import type { Contract } from '../api/index.js';
import type { Client } from '../client/client.js';
import { isBroken, type ContractLine, type InvoiceWindow } from '../domain/portfolio.js';

export const invoicesPerPage = 10;

interface Trail {
  /** Cursors of the pages up to the one shown; the first page has none. */
  readonly cursors: readonly (string | undefined)[];
  readonly next: string | null;
}

export class InvoicePager {
  #windows: ReadonlyMap<string, InvoiceWindow> = new Map();
  readonly #trails = new Map<string, Trail>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Per contract id, only where the payer turned the page. */
  get windows(): ReadonlyMap<string, InvoiceWindow> {
    return this.#windows;
  }

  clear(): void {
    this.#windows = new Map();
    this.#trails.clear();
  }

  /** After a refresh: a turned page stays as long as nothing on its contract moved. */
  keep(before: readonly ContractLine[], after: readonly ContractLine[]): ReadonlyMap<string, InvoiceWindow> {
    const versions = new Map(before.map((line) => [line.id, isBroken(line) ? undefined : line.version]));
    const isSame = (id: string): boolean => after.some((line) => line.id === id && !isBroken(line) && line.version === versions.get(id));
    this.#windows = new Map([...this.#windows].filter(([id]) => isSame(id)));
    for (const id of this.#trails.keys()) if (!this.#windows.has(id)) this.#trails.delete(id);
    return this.#windows;
  }

  async turn(contract: Contract, to: 'next' | 'previous', client: Client): Promise<void> {
    const { id } = contract;
    const trail = this.#trails.get(id) ?? { cursors: [undefined], next: contract.invoices.nextCursor };
    if (to === 'next' ? trail.next === null : trail.cursors.length < 2) return;
    const cursors = to === 'next' ? [...trail.cursors, trail.next ?? undefined] : trail.cursors.slice(0, -1);
    const { items, nextCursor } = contract.invoices;
    const shown = this.#windows.get(id) ?? { invoices: items, offset: 0, hasNext: nextCursor !== null, isLoading: false };
    if (shown.isLoading) return;
    this.#set(id, { ...shown, isLoading: true });
    const found = await client.invoices(id, cursors.at(-1), invoicesPerPage);
    // Cleared or moved meanwhile: perhaps somebody else is looking.
    if (this.#windows.get(id)?.isLoading !== true) return;
    if (!found.ok) {
      this.#set(id, { ...shown, isLoading: false, fault: found.fault });
      return;
    }
    const next = found.value.nextCursor;
    this.#trails.set(id, { cursors, next });
    this.#set(id, {
      invoices: found.value.items,
      offset: (cursors.length - 1) * invoicesPerPage,
      hasNext: next !== null,
      isLoading: false,
    });
  }

  #set(id: string, shown: InvoiceWindow): void {
    this.#windows = new Map(this.#windows).set(id, shown);
    this.#onChange();
  }
}
