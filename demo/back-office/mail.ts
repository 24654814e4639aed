/**
 * The mailbox page: asks for the mails every two seconds and shows them, newest first.
 * Knows the demo's JSON routes and nothing of what the mails are for.
 */
import { showMails } from './mail-list.js';
import type { KeptMail } from './mailbox.js';
import { clockTime, fetchJson, find, repeat } from './page.js';

const page = {
  total: find('#total', HTMLElement),
  totalLabel: find('#total-label', HTMLElement),
  asOf: find('#as-of', HTMLElement),
  problem: find('#problem', HTMLElement),
  news: find('#news', HTMLElement),
  mails: find('#mails', HTMLOListElement),
  empty: find('#empty', HTMLElement),
};

const show = ({ items, asOf }: { items: readonly KeptMail[]; asOf: string }): void => {
  page.total.textContent = String(items.length);
  page.totalLabel.textContent = items.length === 1 ? 'mail' : 'mails';
  page.asOf.textContent = `As of ${clockTime(asOf)}, every 2 seconds`;
  const arrived = showMails(page.mails, items);
  page.mails.hidden = items.length === 0;
  page.empty.hidden = items.length > 0;
  if (arrived.length > 0)
    page.news.textContent = `${arrived.length === 1 ? 'New mail' : `${arrived.length} new mails`}: ${arrived.join(', ')}`;
};

repeat(async () => {
  try {
    show((await fetchJson('/back-office/api/mails')) as { items: KeptMail[]; asOf: string });
    page.problem.hidden = true;
  } catch {
    page.problem.hidden = false;
    page.problem.textContent = 'The demo doesn’t answer. What is shown may be old; asking again every 2 seconds.';
  }
});
