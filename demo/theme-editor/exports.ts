/** The theme as text to copy, to keep, to read back and to send to the demo's lender. Must not know how it was made. */
import type { Theme } from './contrast.js';
import { find, make } from './page.js';
import { readJson, toCss, toJson, type ReadFile } from './theme-file.js';

const css = find('#css', HTMLTextAreaElement);
const json = find('#json', HTMLTextAreaElement);
const news = find('#export-news', HTMLElement);

const tell = (words: string): void => {
  news.textContent = words;
};

export const showExports = (theme: Theme): void => {
  css.value = toCss(theme);
  if (json !== document.activeElement) json.value = toJson(theme);
};

const copy = (area: HTMLTextAreaElement, what: string): void => {
  navigator.clipboard.writeText(area.value).then(
    () => tell(`${what} copied.`),
    () => {
      area.select();
      tell(`${what} is selected: copy it by keyboard.`);
    },
  );
};

const download = (area: HTMLTextAreaElement, name: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([area.value], { type }));
  make('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};

const describe = ({ left }: ReadFile): string =>
  left.length === 0 ? 'Imported.' : `Imported without ${left.join(', ')}: no token of that name, or not a plain value of its type.`;

const importText = (text: string, choose: (theme: Theme) => void): void => {
  const file = readJson(text);
  if (!file) {
    tell('That is not a theme: an object of token names and values is expected.');
    return;
  }
  choose(file.theme);
  tell(describe(file));
};

const onPress = (selector: string, act: () => void): void => find(selector, HTMLButtonElement).addEventListener('click', act);

/** What the demo answers to a look that was sent: nothing, or why not. */
const send = async (theme: Theme, logoUrl: string | null): Promise<void> => {
  const answer = await fetch('/back-office/api/look', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ theme, logoUrl }),
  });
  if (answer.ok) return;
  const { title } = (await answer.json().catch(() => ({}))) as { title?: string };
  throw new Error(title ?? `The demo answered ${answer.status}.`);
};

export interface ExportParts {
  readonly theme: () => Theme;
  readonly logoUrl: () => string | null;
  readonly choose: (theme: Theme) => void;
}

export const startExports = ({ theme, logoUrl, choose }: ExportParts): void => {
  onPress('#copy-css', () => copy(css, 'CSS'));
  onPress('#copy-json', () => copy(json, 'JSON'));
  onPress('#download-css', () => download(css, 'aspire-pay-theme.css', 'text/css'));
  onPress('#download-json', () => download(json, 'aspire-pay-theme.json', 'application/json'));
  onPress('#import', () => importText(json.value, choose));
  const file = find('#file', HTMLInputElement);
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    void chosen?.text().then((text) => importText(text, choose));
    file.value = '';
  });
  onPress('#send', () => {
    send(theme(), logoUrl()).then(
      () => tell('Sent. The partner’s site shows it at its next poll, within half a minute.'),
      (error: unknown) => tell(`Not sent. ${error instanceof Error ? error.message : ''}`),
    );
  });
};
