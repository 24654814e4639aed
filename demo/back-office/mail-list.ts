/**
 * The list of mails: each made once and kept, so that selected text stays selected while others arrive.
 * Knows nothing of polling.
 */
import type { KeptMail } from './mailbox.js';

const make = (tag: 'dt' | 'dd' | 'h2' | 'p', text: string, className = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
};

const makeSent = (sentAt: string): HTMLElement => {
  const description = make('dd', '');
  const time = document.createElement('time');
  time.dateTime = sentAt;
  // In the browser's own zone: Swedish writes dates as ISO does.
  time.textContent = new Date(sentAt).toLocaleString('sv-SE');
  description.append(time);
  return description;
};

const makeMail = (mail: KeptMail): HTMLLIElement => {
  const item = document.createElement('li');
  item.className = 'mail';
  item.dataset['mail'] = String(mail.id);
  const facts = document.createElement('dl');
  facts.append(make('dt', 'To'), make('dd', mail.to), make('dt', 'Sent'), makeSent(mail.sentAt));
  item.append(make('h2', mail.subject), facts, make('p', mail.text, 'text'));
  return item;
};

/** Shows exactly these mails, newest first. Returns the subjects that arrived since the list was shown before. */
export const showMails = (list: HTMLOListElement, mails: readonly KeptMail[]): string[] => {
  const isFirst = list.dataset['shown'] === undefined;
  list.dataset['shown'] = '';
  const known = new Map([...list.children].map((item) => [item instanceof HTMLElement ? item.dataset['mail'] : undefined, item]));
  const arrived: string[] = [];
  const items = mails.map((mail) => {
    const item = known.get(String(mail.id));
    if (item) return item;
    const made = makeMail(mail);
    if (!isFirst) {
      made.classList.add('arrived');
      arrived.push(mail.subject);
    }
    return made;
  });
  for (const item of known.values()) if (!items.includes(item)) item.remove();
  for (const [index, item] of items.entries()) {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  }
  return arrived;
};
