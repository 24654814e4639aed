/**
 * The rows of the records' table: made once a record and kept, so that focus and opened details survive every refresh.
 * Knows nothing of polling or filters.
 */
import { fetchDetail, makeDetailRow } from './record-detail.js';
import { Refused, sendJson } from './page.js';
import type { RecordRow } from './records.js';

const statusWords: Readonly<Record<string, string>> = {
  pending: 'Pending',
  scheduled: 'Scheduled',
  batched: 'In batch',
  posted: 'Sent to bank',
  canceled: 'Canceled',
  returned: 'Returned',
  failed: 'Failed',
};

const makeCell = (label: string, className: string, text: string): HTMLTableCellElement => {
  const cell = document.createElement('td');
  cell.setAttribute('role', 'cell');
  cell.dataset['label'] = label;
  cell.className = className;
  const value = document.createElement('span');
  value.textContent = text;
  cell.append(value);
  return cell;
};

const makeReference = (record: RecordRow): HTMLTableCellElement => {
  const cell = document.createElement('th');
  cell.setAttribute('role', 'rowheader');
  cell.scope = 'row';
  cell.dataset['label'] = 'Reference';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'open-record';
  button.setAttribute('aria-expanded', 'false');
  const text = document.createElement('span');
  text.textContent = record.reference;
  button.append(text);
  cell.append(button);
  return cell;
};

const makeStatus = (record: RecordRow): HTMLTableCellElement => {
  const cell = makeCell('Status', '', statusWords[record.status] ?? record.status);
  const word = cell.firstElementChild;
  if (word) word.className = `status status-${record.status}`;
  return cell;
};

/** A value with a quieter one under it. */
const makeDouble = (cell: HTMLTableCellElement, value: string, tag: 'code' | 'span', below: string): HTMLTableCellElement => {
  const first = document.createElement(tag);
  first.textContent = value;
  const second = document.createElement('small');
  second.textContent = ` ${below}`;
  cell.firstElementChild?.append(first, second);
  return cell;
};

const makeAccount = ({ accountReference, accountLast4 }: RecordRow): HTMLTableCellElement =>
  makeDouble(makeCell('Account reference', 'account', ''), accountReference, 'code', `ending in ${accountLast4}`);

/** In the browser's own zone: Swedish writes dates as ISO does. */
const makeCreated = ({ createdAt }: RecordRow): HTMLTableCellElement => {
  const time = new Date(createdAt);
  return makeDouble(makeCell('Created', 'created nowrap', ''), time.toLocaleDateString('sv-SE'), 'span', time.toLocaleTimeString('sv-SE'));
};

const makeRow = (record: RecordRow): HTMLTableRowElement => {
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.dataset['record'] = record.id;
  row.append(
    makeReference(record),
    makeCell('Contract', 'code nowrap', record.contractNumber),
    makeCell('Payer', 'payer', record.payerName),
    makeCell('Amount', 'num amount', record.amount),
    makeCell('Due date', 'nowrap', record.dueDate),
    makeCell('SEC code', '', record.secCode),
    makeAccount(record),
    makeCell('Payments', 'num', String(record.payments)),
    makeCell('Payments processed', 'num', String(record.paymentsProcessed)),
    makeStatus(record),
    makeCreated(record),
  );
  return row;
};

/** What may change on a record that is shown already. */
const changingCells = ['Payments', 'Payments processed', 'Status'];

const updateRow = (row: HTMLTableRowElement, record: RecordRow): void => {
  const fresh = makeRow(record);
  const cellsOf = (of: HTMLTableRowElement): HTMLTableCellElement[] =>
    [...of.cells].filter((cell) => changingCells.includes(cell.dataset['label'] ?? ''));
  const made = cellsOf(fresh);
  cellsOf(row).forEach((cell, index) => {
    const next = made[index];
    if (!next || cell.textContent === next.textContent) return;
    next.classList.add('changed');
    cell.replaceWith(next);
  });
};

const isDetail = (row: Element): boolean => row.classList.contains('detail');

/** The detail under an opened row. */
const findDetail = (row: HTMLTableRowElement): Element | undefined => {
  const next = row.nextElementSibling;
  return next && isDetail(next) ? next : undefined;
};

const removeRow = (row: HTMLTableRowElement): void => {
  findDetail(row)?.remove();
  row.remove();
};

/** Shows exactly these records, in this order. Returns the references that arrived since the same list was shown before. */
export const showRows = (body: HTMLTableSectionElement, records: readonly RecordRow[], list: { isSameList: boolean }): string[] => {
  const known = new Map([...body.rows].filter((row) => !isDetail(row)).map((row) => [row.dataset['record'], row]));
  const wanted = new Set(records.map((record) => record.id));
  for (const [id, row] of known) if (id === undefined || !wanted.has(id)) removeRow(row);
  const arrived: string[] = [];
  let before: Element | null = body.firstElementChild;
  let isAboveKnown = true;
  for (const record of records) {
    const row = known.get(record.id);
    if (row) {
      updateRow(row, record);
      before = (findDetail(row) ?? row).nextElementSibling;
      isAboveKnown = false;
      continue;
    }
    const made = makeRow(record);
    if (list.isSameList && isAboveKnown) {
      made.classList.add('arrived');
      arrived.push(record.reference);
    }
    body.insertBefore(made, before);
  }
  return arrived;
};

const toggle = async (button: HTMLButtonElement, row: HTMLTableRowElement): Promise<void> => {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
  row.classList.toggle('opened', !isOpen);
  if (isOpen) {
    findDetail(row)?.remove();
    return;
  }
  const detail = makeDetailRow(row.cells.length, await fetchDetail(row.dataset['record'] ?? ''));
  const isStillOpen = button.getAttribute('aria-expanded') === 'true' && findDetail(row) === undefined;
  if (isStillOpen) row.after(detail);
};

const returnRecord = async (form: HTMLFormElement, row: HTMLTableRowElement): Promise<void> => {
  const id = form.dataset['return'] ?? '';
  const news = form.querySelector('[role="status"]');
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  try {
    await sendJson('POST', `/back-office/api/alternate-efts/${encodeURIComponent(id)}/return`, { code: new FormData(form).get('code') });
    const fresh = makeDetailRow(row.cells[0]?.colSpan ?? 1, await fetchDetail(id));
    const above = row.previousElementSibling?.querySelector<HTMLButtonElement>('.open-record');
    row.replaceWith(fresh);
    above?.focus();
  } catch (error) {
    if (button) button.disabled = false;
    if (news) news.textContent = error instanceof Refused ? error.message : 'That did not work. Try again.';
  }
};

/** A returned record's detail is drawn anew; `tell` hears of it once the demo has taken it. */
export const listenForReturns = (body: HTMLTableSectionElement, tell: () => void): void => {
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    const row = form instanceof HTMLFormElement ? form.closest('tr') : null;
    if (form instanceof HTMLFormElement && row) void returnRecord(form, row).then(tell);
  });
};

/** One listener for all rows, those to come included. */
export const listenForOpening = (body: HTMLTableSectionElement): void => {
  body.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.open-record') : null;
    const row = button?.closest('tr');
    if (button instanceof HTMLButtonElement && row) void toggle(button, row);
  });
};
