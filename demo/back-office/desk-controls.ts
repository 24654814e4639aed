/**
 * The desk above the records: EFT generation, batches to post, unapplied cash. Says what each press did.
 * Knows the demo's JSON routes and nothing of how a batch is made.
 */
import type { BatchLine, DeskView } from './desk.js';
import { listenForFaults } from './fault-form.js';
import { fetchJson, find, Refused, repeat, sendJson } from './page.js';
import { startSettings } from './settings-form.js';

const page = {
  form: find('#generation', HTMLFormElement),
  from: find('#from', HTMLInputElement),
  to: find('#to', HTMLInputElement),
  news: find('#desk-news', HTMLElement),
  batches: find('#batches', HTMLUListElement),
  noBatch: find('#no-batch', HTMLElement),
  unapplied: find('#unapplied', HTMLUListElement),
  noUnapplied: find('#no-unapplied', HTMLElement),
};

const tell = (words: string, isProblem = false): void => {
  page.news.textContent = words;
  page.news.classList.toggle('is-problem', isProblem);
};

const tellRefusal = (error: unknown): void => tell(error instanceof Refused ? error.message : 'That did not work. Try again.', true);

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

interface Generated {
  readonly batches: readonly number[];
  readonly records: number;
  readonly failed: number;
}

const describeGenerated = ({ batches, records, failed }: Generated): string => {
  const late = failed === 0 ? '' : ` ${count(failed, 'payment')} failed: the record had not arrived in time.`;
  if (batches.length === 0) return `No scheduled record is due in this range.${late}`;
  const names = batches.map((number) => `batch ${number}`).join(', ');
  return `${count(records, 'record')} taken into ${names}. Post it to send it to the bank.${late}`;
};

const makeBatch = (batch: BatchLine): HTMLLIElement => {
  const item = document.createElement('li');
  item.dataset['batch'] = batch.id;
  item.dataset['status'] = batch.status;
  const words = document.createElement('span');
  const name = document.createElement('strong');
  name.textContent = `Batch ${batch.number}`;
  words.append(name, ` ${count(batch.records, 'record')}, ${batch.total}. Due ${batch.range}, effective ${batch.effectiveDate}.`);
  item.append(words);
  if (batch.status === 'open') {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Post batch';
    button.setAttribute('aria-label', `Post batch ${batch.number}`);
    item.append(button);
  } else {
    const posted = document.createElement('span');
    posted.className = 'status status-posted';
    posted.textContent = 'Posted';
    item.append(posted);
  }
  return item;
};

/** A batch is drawn anew only where something about it changed: whoever holds its button keeps it. */
const showBatches = (batches: readonly BatchLine[]): void => {
  const known = new Map(
    [...page.batches.querySelectorAll('li')].map((item) => [`${item.dataset['batch']} ${item.dataset['status']}`, item]),
  );
  const items = batches.map((batch) => known.get(`${batch.id} ${batch.status}`) ?? makeBatch(batch));
  if (items.some((item, index) => page.batches.children[index] !== item)) page.batches.replaceChildren(...items);
  page.noBatch.hidden = batches.length > 0;
};

const showUnapplied = ({ unapplied }: DeskView): void => {
  const lines = unapplied.map(({ contractNumber, amount }) => `${contractNumber}: ${amount}`);
  const shown = [...page.unapplied.children].map((item) => item.textContent);
  page.noUnapplied.hidden = lines.length > 0;
  if (lines.join('\n') === shown.join('\n')) return;
  page.unapplied.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
};

const showDesk = async (): Promise<void> => {
  const desk = (await fetchJson('/back-office/api/desk')) as DeskView;
  if (page.from.value === '') page.from.value = desk.today;
  if (page.to.value === '') page.to.value = desk.today;
  showBatches(desk.batches);
  showUnapplied(desk);
};

/** `refreshRecords` is called after whatever changes a record. */
export const startDesk = (refreshRecords: () => void): void => {
  // The records' own notice says when the demo doesn't answer.
  const refresh = repeat(() => showDesk().catch(() => undefined));
  /** The button rests meanwhile: a second press would say that nothing is left, over what the first one did. */
  const act = async (button: HTMLElement | null, work: () => Promise<string>): Promise<void> => {
    const pressed = button instanceof HTMLButtonElement ? button : undefined;
    if (pressed) pressed.disabled = true;
    try {
      tell(await work());
    } catch (error) {
      tellRefusal(error);
    }
    if (pressed) pressed.disabled = false;
    refresh();
    refreshRecords();
  };
  page.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const range = { from: page.from.value, to: page.to.value };
    const generate = async (): Promise<Generated> => (await sendJson('POST', '/back-office/api/generations', range)) as Generated;
    void act(event.submitter, async () => describeGenerated(await generate()));
  });
  page.batches.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const id = button?.closest('li')?.dataset['batch'];
    if (!button || id === undefined) return;
    void act(button, async () => {
      const { number } = (await sendJson('POST', `/back-office/api/batches/${encodeURIComponent(id)}/post`, {})) as { number: number };
      page.news.focus();
      return `Batch ${number} is posted. Its payments are sent to the bank, and their cash is applied.`;
    });
  });
  startSettings(tell, tellRefusal);
  listenForFaults(tell, tellRefusal);
};
