/** What stands under an opened record: who authorized what, when, and the proof of it. */
import type { RecordDetail } from './records.js';

interface Term {
  words: string;
  value: string;
  className?: string;
}

/** Undefined where the record could not be read. */
export const fetchDetail = async (id: string): Promise<RecordDetail | undefined> => {
  try {
    const response = await fetch(`/back-office/api/alternate-efts/${encodeURIComponent(id)}`, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as RecordDetail) : undefined;
  } catch {
    return undefined;
  }
};

const listTerms = (record: RecordDetail): Term[] => [
  { words: 'Authorized by', value: record.person.name },
  { words: 'E-mail', value: record.person.email },
  { words: 'Payer', value: record.payerName },
  { words: 'Invoice', value: 'None. Cash application decides.' },
  { words: 'Payment date', value: record.paymentDate },
  { words: 'Expected debit date', value: record.expectedDebitDate },
  { words: 'Accepted at (payer’s clock, UTC)', value: record.authorization.acceptedAt },
  { words: 'Authorized at (our clock, UTC)', value: record.authorization.authorizedAt },
  ...(record.reason === '' ? [] : [{ words: 'Reason, as the payer reads it', value: record.reason, className: 'wide' }]),
  { words: 'Locale', value: record.authorization.locale },
  { words: 'Payment', value: record.paymentId, className: 'code' },
  { words: 'Authorization text', value: record.authorization.text, className: 'wide text' },
  { words: 'SHA-256 of the text', value: record.authorization.sha256, className: 'wide code' },
];

const makeTerm = ({ words, value, className }: Term): HTMLDivElement => {
  const group = document.createElement('div');
  const term = document.createElement('dt');
  const description = document.createElement('dd');
  term.textContent = words;
  description.textContent = value;
  if (className !== undefined) {
    description.className = className;
    group.classList.toggle('wide', className.startsWith('wide'));
  }
  group.append(term, description);
  return group;
};

const makeReturnForm = ({ id, reference, returns }: RecordDetail): HTMLFormElement => {
  const form = document.createElement('form');
  form.className = 'controls return';
  form.dataset['return'] = id;
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.id = `return-${id}`;
  select.name = 'code';
  select.append(...returns.map(({ code, words }) => new Option(`${code}  ${words}`, code)));
  label.htmlFor = select.id;
  label.textContent = 'Return code';
  const button = document.createElement('button');
  button.textContent = 'Return this payment';
  button.setAttribute('aria-label', `Return this payment, ${reference}`);
  const news = document.createElement('p');
  news.setAttribute('role', 'status');
  form.append(label, select, button, news);
  return form;
};

const makeContent = (record: RecordDetail | undefined): HTMLElement[] => {
  if (!record) {
    const problem = document.createElement('p');
    problem.textContent = 'This record could not be read. Close it and open it again.';
    return [problem];
  }
  const list = document.createElement('dl');
  list.append(...listTerms(record).map(makeTerm));
  return record.returns.length === 0 ? [list] : [list, makeReturnForm(record)];
};

export const makeDetailRow = (columns: number, record: RecordDetail | undefined): HTMLTableRowElement => {
  const row = document.createElement('tr');
  row.className = 'detail';
  row.setAttribute('role', 'row');
  const cell = document.createElement('td');
  cell.setAttribute('role', 'cell');
  cell.colSpan = columns;
  cell.append(...makeContent(record));
  row.append(cell);
  return row;
};
