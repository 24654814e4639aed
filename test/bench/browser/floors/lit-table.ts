/** What a team would write first: a minimal Lit table of the same rows, its answers checked by zod/mini. No look, no states, no journeys. */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as z from 'zod/mini';
import { readAnswers, writeDay, writeMoney } from './wire.js';

const Money = z.object({ value: z.int(), currency: z.string() });
const Session = z.object({ payer: z.object({ id: z.string(), name: z.string() }), lender: z.object({ id: z.string(), name: z.string() }) });
const Invoice = z.object({
  id: z.string(),
  number: z.string(),
  dueDate: z.iso.date(),
  status: z.string(),
  amount: Money,
  open: Money,
  charges: z.array(z.object({ id: z.string(), type: z.string(), description: z.string(), open: Money })),
});
const Contract = z.object({
  id: z.string(),
  number: z.string(),
  description: z.string(),
  totals: z.object({ pastDue: Money, due: Money, open: Money }),
  invoices: z.object({ items: z.array(Invoice) }),
});
const Contracts = z.object({ items: z.array(Contract) });

class LitTable extends LitElement {
  static override properties = { contracts: { state: true } };
  declare contracts: z.infer<typeof Contract>[];

  constructor() {
    super();
    this.contracts = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void readAnswers().then(([session, contracts]) => {
      Session.parse(session);
      this.contracts = Contracts.parse(contracts).items;
    });
  }

  protected override render() {
    return repeat(
      this.contracts,
      ({ id }) => id,
      ({ number, description, totals, invoices }) => html`
        <section>
          <h3>${number} ${description}</h3>
          <p>${writeMoney(totals.open.value)}</p>
          <button>Pay this contract</button>
          <table>
            <thead>
              <tr>
                <th>Invoice</th>
                <th>Due</th>
                <th>For</th>
                <th>Open amount</th>
              </tr>
            </thead>
            <tbody>
              ${invoices.items.map(
                (row) => html`
                  <tr>
                    <th>${row.number}</th>
                    <td>${writeDay(row.dueDate)}</td>
                    <td>${row.charges.map((charge) => charge.description).join(', ')}</td>
                    <td>${writeMoney(row.open.value)}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </section>
      `,
    );
  }
}

customElements.define('lit-table', LitTable);
