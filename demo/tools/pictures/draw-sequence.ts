/**
 * One payment as a sequence picture, drawn from its recording. What the endpoint does at a call is told here, in the words of the API.
 */
import type { Recording, Step } from './recording.js';
import { accent, band, box, line, path, picture, quiet, text } from './svg.js';

const lanes = { payer: 78, element: 280, endpoint: 620, lender: 830 } as const;
const laneNames = [
  [lanes.payer, 'Payer'],
  [lanes.element, 'Element'],
  [lanes.endpoint, 'Endpoint'],
  [lanes.lender, 'Back office'],
] as const;

/** What a call is for; a call without a line here needs none. */
const meanings: Readonly<Record<string, string>> = {
  'GET /session': 'who, what is allowed, calendar',
  'GET /bank-accounts': 'saved accounts, last four digits',
  'GET /payments': 'history, with the status of each',
  'GET /contracts': 'contracts with their first invoices',
  'POST /payments/preview': 'checks all, writes nothing',
  'POST /payments': 'one transaction: key, version, payment, record',
};

const top = 70;
const actHeight = 40;
const callHeight = 62;
const heightOf = (step: Step): number => (step.kind === 'call' ? callHeight : actHeight);

const drawCall = (step: Extract<Step, { kind: 'call' }>, y: number): string[] => {
  const name = `${step.method} ${step.path}`;
  const middle = (lanes.element + lanes.endpoint) / 2;
  const meaning = meanings[name];
  return [
    text(middle, y + 14, name, { anchor: 'middle', size: 13.5, isCode: true, isStrong: step.method !== 'GET' }),
    path([
      [lanes.element, y + 22],
      [lanes.endpoint - 2, y + 22],
    ]),
    ...(meaning === undefined ? [] : [text(middle, y + 38, meaning, { anchor: 'middle', size: 12.5, fill: quiet })]),
    path(
      [
        [lanes.endpoint, y + 46],
        [lanes.element + 2, y + 46],
      ],
      { isDashed: true },
    ),
    text(lanes.endpoint + 8, y + 50, String(step.status), { size: 12.5, isCode: true, fill: quiet }),
  ];
};

const drawStep = (step: Step, y: number): string[] => {
  if (step.kind === 'call') return drawCall(step, y);
  const [from, to] = step.kind === 'payer' ? [lanes.payer, lanes.element] : [lanes.lender, lanes.endpoint];
  const arrow = path([
    [from, y + 24],
    [to + (to > from ? -2 : 2), y + 24],
  ]);
  return [text((from + to) / 2, y + 16, step.words, { anchor: 'middle', size: 13 }), arrow];
};

export const drawSequence = (recording: Recording): string => {
  let y = top;
  const steps = recording.flatMap((step) => {
    const drawn = drawStep(step, y);
    y += heightOf(step);
    return drawn;
  });
  const bottom = y + 16;
  const heads = laneNames.flatMap(([x, name]) => [
    path(
      [
        [x, 52],
        [x, bottom],
      ],
      { hasHead: false, stroke: line },
    ),
    box({ x: x - 58, y: 16, width: 116, height: 36 }, { fill: band, stroke: accent }),
    text(x, 39, name, { anchor: 'middle', isStrong: true }),
  ]);
  return picture(906, bottom + 12, 'The requests of one payment, as the element made them', [...heads, ...steps]);
};
