/**
 * Whether digits of a bank number stand in a text, which may be a whole page, a log or a table. Runs in Node and in browsers.
 *
 * Five in a row are a find. Keys, hashes and names of worlds are random hexadecimal, and ports are handed out by the machine: five
 * digits in a row come up there by chance in one run of some hundred, seven never; so inside those, seven are looked for.
 */
const uuid = String.raw`\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b`;
const hexadecimal = String.raw`\b(?=\d*[a-f])[0-9a-f]{12,}\b`;
const random = new RegExp(`${uuid}|${hexadecimal}`, 'gi');
const port = /(?:127\.0\.0\.1|localhost):\d{1,5}\b/g;

const runsOf = (numbers: readonly string[], length: number): readonly string[] =>
  numbers.flatMap((digits) => Array.from({ length: digits.length - length + 1 }, (_, start) => digits.slice(start, start + length)));

/** Gives the first run of five digits of these numbers in a text, or of seven in what is random; undefined where there is none. */
export const searchFor = (...numbers: readonly string[]): ((text: string) => string | undefined) => {
  const runs = runsOf(numbers, 5);
  const longRuns = runsOf(numbers, 7);
  return (text) => {
    const words: string[] = [];
    const rest = text.replace(port, ' ').replace(random, (word) => {
      words.push(word);
      return ' ';
    });
    return runs.find((run) => rest.includes(run)) ?? longRuns.find((run) => words.some((word) => word.includes(run)));
  };
};
