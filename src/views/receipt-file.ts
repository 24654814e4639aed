/**
 * A receipt as a file of its own: one HTML page that needs nothing else, opens anywhere and prints. It says what the screen says.
 * Every word from the endpoint is escaped, and the page forbids itself all scripts and requests.
 */
import type { Payment } from '../api/index.js';
import type { Receipt } from '../domain/receipt.js';
import type { ViewContext } from './context.js';
import { clip } from './isolate.js';
import { acceptedWhen, receiptLines, type ReceiptLine } from './receipt-parts.js';
import { sumOf } from './result.js';

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As text or in a quoted attribute. A control character, which no page may hold, becomes the sign for what can't be shown. */
const escape = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Text of the endpoint's: clipped, and isolated so that its direction stays its own. */
const foreign = (text: string): string => `<bdi>${escape(clip(text))}</bdi>`;

const look =
  'body{max-width:40em;margin:3em auto;padding:0 1.5em;font:16px/1.5 system-ui,sans-serif;color:#1b212a;background:#fff;overflow-wrap:anywhere}' +
  'h1,h2{line-height:1.25}h2{margin-top:2em;font-size:1.2em}.sum{margin:.5em 0;font-size:2em;font-weight:600;line-height:1.1}' +
  'dl{display:grid;grid-template-columns:minmax(7em,11em) minmax(0,1fr);gap:.4em 1.5em}dt,small,.foot{color:#4d5560}dd{margin:0}' +
  'small{display:block}.terms{white-space:pre-line}@media print{body{margin:0}section{break-inside:avoid}}';

const line = ({ label, value, notes = [] }: ReceiptLine): string =>
  `<dt>${escape(label)}</dt><dd>${foreign(value)}${notes.map((note) => `<small>${foreign(note)}</small>`).join('')}</dd>`;

const facts = (payment: Payment, isOnly: boolean, context: ViewContext): string =>
  `<section><dl>${receiptLines(payment, isOnly, context).map(line).join('')}</dl></section>`;

const authorization = ({ authorization: accepted }: Receipt, context: ViewContext): string =>
  accepted
    ? `<section><h2>${escape(context.words.review.authorization)}</h2>` +
      `<p class="terms" dir="auto" lang="${escape(accepted.locale)}">${escape(accepted.text)}</p>` +
      `<p class="foot">${escape(acceptedWhen(accepted, context))}</p></section>`
    : '';

/** Only what every file system takes. */
const fileName = ({ payments }: Receipt, { words }: ViewContext): string => {
  const reference = (payments[0]?.reference ?? '').replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40);
  return `${[words.receipt.file, reference.replace(/^-+|-+$/g, '')].filter((part) => part !== '').join('-')}.html`;
};

const body = (receipt: Receipt, context: ViewContext): string => {
  const { words, format, session } = context;
  const { payments } = receipt;
  const sum = sumOf(payments.map(({ amount }) => amount));
  const isOnly = payments.length === 1;
  return (
    `<p>${foreign(session?.lender.name ?? words.theLender)}</p><h1>${escape(words.receipt.title)}</h1>` +
    (sum ? `<p>${escape(words.receipt.sum)}</p><p class="sum">${escape(format.money(sum))}</p>` : '') +
    payments.map((payment) => facts(payment, isOnly, context)).join('') +
    authorization(receipt, context) +
    `<p class="foot">${escape(words.receipt.newest)}</p>`
  );
};

export const receiptFile = (receipt: Receipt, context: ViewContext): SavedFile => {
  const { words, format } = context;
  const references = format.list(receipt.payments.map(({ reference }) => clip(reference)));
  const text =
    `<!doctype html><html lang="${escape(format.locale)}" dir="${context.direction}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escape(`${words.receipt.title} ${references}`)}</title><style>${look}</style></head><body>${body(receipt, context)}</body></html>`;
  return { name: fileName(receipt, context), type: 'text/html;charset=utf-8', text };
};
