/** The first view as one picture. Knows no measuring. */
import { write } from '../stats.js';
import type { Painted } from './paint.js';
import { circumstancesOf, floor, kilobytes, timesOf, type Report } from './report.js';

const barHeight = 26;
const scaleWidth = 340;
const left = 190;

const style =
  'text{font:13px system-ui,sans-serif;fill:#1c2430}.head{font-weight:600}.note{font-size:10px;fill:#5a6472}.ours{fill:#1f5fae}.floor{fill:#aab4c0}';

const barOf = (found: readonly Painted[], one: Painted, y: number): string[] => {
  const longest = Math.max(...found.map(({ painted }) => painted.median));
  const { subject, gzip } = one.script;
  const width = Math.max(2, (one.painted.median / longest) * scaleWidth);
  const ratio = timesOf(found, one, floor).median.toFixed(2);
  return [
    `<text x="16" y="${y + 17}">${subject}, ${kilobytes(gzip)}</text>`,
    `<rect x="${left}" y="${y + 3}" width="${width.toFixed(1)}" height="${barHeight - 6}" class="${subject === 'aspire-pay' ? 'ours' : 'floor'}"/>`,
    `<text x="${(left + 8 + width).toFixed(1)}" y="${y + 17}">${write(one.painted)} ms · ${ratio} ×</text>`,
  ];
};

/** Bars as long as the times. */
export const drawChart = ({ machine, rounds, firstViews }: Report): string => {
  const drawn: string[] = [];
  let y = 44;
  for (const firstView of firstViews) {
    const { found } = firstView;
    drawn.push(`<text x="16" y="${y}" class="head">100 invoices painted, ${circumstancesOf(firstView)}</text>`);
    y += 12;
    for (const one of found) {
      drawn.push(...barOf(found, one, y));
      y += barHeight;
    }
    y += 30;
  }
  // What made it, and on what.
  const how = `npm run bench: medians of ${rounds} rounds ± half of what their middle half spreads; sizes gzip; × ${floor}`;
  const notes = [how, ...machine.replace(/[<&]/g, '').split('; ')].map(
    (note, line) => `<text x="16" y="${y - 14 + line * 14}" class="note">${note}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="${y + 24}" role="img" aria-label="Time until 100 invoices are painted"><style>${style}</style><rect width="100%" height="100%" fill="#fff"/>${[...drawn, ...notes].join('')}</svg>\n`;
};
