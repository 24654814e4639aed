/** What no report may repeat: tokens, and the bank numbers the kit makes up. Must not know where they were used. */

/** Shorter runs of an account number are its last four. */
const longestRun = 4;

const runsOf = (number: string, length: number): string[] =>
  Array.from({ length: Math.max(0, number.length - length + 1) }, (_, start) => number.slice(start, start + length));

export class Secrets {
  readonly #words = new Map<string, string>();
  readonly #accountNumbers = new Set<string>();

  /** `name` is what the report says instead. */
  addWord(word: string, name: string): void {
    if (word !== '') this.#words.set(word, `[${name}]`);
  }

  addAccountNumber(number: string): void {
    this.#accountNumbers.add(number);
  }

  /** An account number that stands in the text by chance is as long as none: nine digits or all of it. */
  holdsAccountNumber(text: string): boolean {
    return [...this.#accountNumbers].some((number) => runsOf(number, Math.min(9, number.length)).some((run) => text.includes(run)));
  }

  hide(text: string): string {
    let hidden = text;
    for (const [word, name] of this.#words) hidden = hidden.replaceAll(word, name);
    for (const number of this.#accountNumbers) hidden = hideNumber(hidden, number);
    return hidden;
  }
}

/** Runs of five digits and more of the number that stand in the text, the longest first. */
export const findRuns = (text: string, number: string): string[] => {
  for (let length = number.length; length > longestRun; length -= 1) {
    const found = runsOf(number, length).filter((run) => text.includes(run));
    if (found.length > 0) return found;
  }
  return [];
};

const hideNumber = (text: string, number: string): string => {
  let hidden = text.replaceAll(number, '[account number]');
  for (let found = findRuns(hidden, number); found.length > 0; found = findRuns(hidden, number)) {
    for (const run of found) hidden = hidden.replaceAll(run, '[digits of an account number]');
  }
  return hidden;
};
