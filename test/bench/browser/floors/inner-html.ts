/** The lowest floor: the same rows and a form by `innerHTML`, without a library, a check or an event. */
import { readAnswers, writeDay, writeMoney } from './wire.js';

interface Row {
  readonly number: string;
  readonly dueDate: string;
  readonly open: { readonly value: number };
  readonly charges: readonly { readonly description: string }[];
}
interface Found {
  readonly items: readonly {
    readonly number: string;
    readonly description: string;
    readonly invoices: { readonly items: readonly Row[] };
  }[];
}

const [, found] = (await readAnswers()) as [unknown, Found];
document.body.innerHTML = found.items
  .map(
    ({ number, description, invoices }) => `<section><h3>${number} ${description}</h3><form><button>Pay this contract</button></form>
<table><thead><tr><th>Invoice<th>Due<th>For<th>Open amount</tr></thead><tbody>${invoices.items
      .map(
        (row) =>
          `<tr><th>${row.number}</th><td>${writeDay(row.dueDate)}</td><td>${row.charges.map((charge) => charge.description).join(', ')}</td><td>${writeMoney(row.open.value)}</td></tr>`,
      )
      .join('')}</tbody></table></section>`,
  )
  .join('');
