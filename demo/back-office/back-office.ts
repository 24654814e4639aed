/**
 * The back office page: asks for the records every two seconds and shows them, newest first.
 * Knows the demo's JSON routes and nothing of the endpoint API.
 */
import { clockTime, fetchJson, find, repeat } from './page.js';
import { startDesk } from './desk-controls.js';
import { listenForOpening, listenForReturns, showRows } from './record-rows.js';
import type { RecordPage } from './records.js';

const pageSize = 100;

const page = {
  total: find('#total', HTMLElement),
  totalLabel: find('#total-label', HTMLElement),
  asOf: find('#as-of', HTMLElement),
  problem: find('#problem', HTMLElement),
  news: find('#news', HTMLElement),
  table: find('table', HTMLTableElement),
  rows: find('#rows', HTMLTableSectionElement),
  empty: find('#empty', HTMLElement),
  more: find('#more', HTMLButtonElement),
  contract: find('#contract', HTMLInputElement),
};

let limit = pageSize;
/** Only the answer to the last question is shown: a filter may have changed meanwhile. */
let asked = 0;
let shownFilter: string | undefined;

const fetchRecords = async (contract: string): Promise<RecordPage> => {
  const query = new URLSearchParams({ contract, limit: String(limit) });
  return (await fetchJson(`/back-office/api/alternate-efts?${query}`)) as RecordPage;
};

const describeEmpty = (contract: string, total: number): string => {
  if (total === 0) return 'No records yet. Pay a contract on the customer’s page, and its record arrives here within two seconds.';
  return `No record is for a contract with “${contract.trim()}” in its number.`;
};

const show = ({ items, matching, total, asOf }: RecordPage, contract: string): void => {
  page.total.textContent = contract === '' ? String(total) : `${matching} of ${total}`;
  page.totalLabel.textContent = total === 1 ? 'record' : 'records';
  page.asOf.textContent = `As of ${clockTime(asOf)}, every 2 seconds`;
  const arrived = showRows(page.rows, items, { isSameList: shownFilter === contract });
  shownFilter = contract;
  page.table.hidden = items.length === 0;
  page.empty.hidden = items.length > 0;
  page.empty.textContent = items.length > 0 ? '' : describeEmpty(contract, total);
  page.more.hidden = matching <= items.length;
  if (arrived.length > 0)
    page.news.textContent = `${arrived.length === 1 ? 'New record' : `${arrived.length} new records`}: ${arrived.join(', ')}`;
};

const refresh = async (): Promise<void> => {
  asked += 1;
  const question = asked;
  const contract = page.contract.value;
  try {
    const answer = await fetchRecords(contract);
    if (question !== asked) return;
    show(answer, contract);
    page.problem.hidden = true;
  } catch {
    if (question !== asked) return;
    page.problem.hidden = false;
    page.problem.textContent = 'The demo doesn’t answer. What is shown may be old; asking again every 2 seconds.';
  }
};

const refreshNow = repeat(refresh);
page.contract.addEventListener('input', () => {
  limit = pageSize;
  refreshNow();
});
find('#filter', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
page.more.addEventListener('click', () => {
  limit += pageSize;
  refreshNow();
});
listenForOpening(page.rows);
listenForReturns(page.rows, refreshNow);
startDesk(refreshNow);
