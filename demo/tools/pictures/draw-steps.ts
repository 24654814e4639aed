/**
 * The steps of paying as a picture, drawn from the element's own table: the way forward as arrows, every other way out written in its box.
 * Knows where a step stands and what it is called, and takes all else from the table.
 */
import type { PaymentStateName } from '../../../src/domain/payment.js';
import { paymentSteps } from '../../../src/domain/payment-machine.js';
import { accent, band, box, path, picture, quiet, text, type Box } from './svg.js';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

const columns = { left: 16, center: 292, right: 568 };

const places: Readonly<Record<PaymentStateName, Place>> = {
  idle: { x: columns.center, y: 20, words: 'Nothing is being paid' },
  warned: { x: columns.left, y: 170, words: 'A payment is in flight: sure?' },
  gathering: { x: columns.right, y: 170, words: 'All contracts are read' },
  editing: { x: columns.center, y: 300, words: 'The form' },
  previewing: { x: columns.center, y: 430, words: 'The review is prepared' },
  reviewing: { x: columns.center, y: 605, words: 'The review' },
  submitting: { x: columns.center, y: 755, words: 'The payment is on its way' },
  accepted: { x: columns.left, y: 945, words: 'The endpoint holds it' },
  refused: { x: columns.center, y: 945, words: 'Nothing was paid' },
  changed: { x: columns.right, y: 945, words: 'The balance moved' },
  checking: { x: columns.left, y: 1075, words: 'Not known yet' },
};

/** Drawn as arrows; what the table has beside them is written. */
const forward: readonly (readonly [PaymentStateName, PaymentStateName])[] = [
  ['idle', 'warned'],
  ['idle', 'gathering'],
  ['idle', 'editing'],
  ['warned', 'editing'],
  ['gathering', 'editing'],
  ['editing', 'previewing'],
  ['previewing', 'reviewing'],
  ['reviewing', 'submitting'],
  ['submitting', 'accepted'],
  ['submitting', 'refused'],
  ['submitting', 'changed'],
  ['submitting', 'checking'],
];

const width = 236;
/** How far apart the arrows are that leave one box. */
const apart = 84;
const lineHeight = 18;

const isForward = (from: PaymentStateName, to: PaymentStateName): boolean => forward.some(([a, b]) => a === from && b === to);

const waysOut = (name: PaymentStateName): string[] =>
  Object.entries(paymentSteps[name])
    .filter(([, to]) => !isForward(name, to))
    .map(([event, to]) => (to === name ? `${event}: stays` : `${event} → ${to}`));

const boxOf = (name: PaymentStateName): Box => ({
  x: places[name].x,
  y: places[name].y,
  width,
  height: 50 + waysOut(name).length * lineHeight + (waysOut(name).length > 0 ? 6 : 0),
});

const drawState = (name: PaymentStateName): string[] => {
  const { x, y } = places[name];
  return [
    box(boxOf(name), { fill: band, stroke: accent }),
    text(x + 12, y + 22, name, { isStrong: true, isCode: true }),
    text(x + 12, y + 41, places[name].words, { size: 13, fill: quiet }),
    ...waysOut(name).map((words, index) => text(x + 12, y + 63 + index * lineHeight, words, { size: 12, isCode: true })),
  ];
};

const eventsOf = (from: PaymentStateName, to: PaymentStateName): string =>
  Object.entries(paymentSteps[from])
    .filter(([, target]) => target === to)
    .map(([event]) => event)
    .join(', ');

const middle = ({ x }: Box): number => x + width / 2;

/** Straight down in a column; from column to column by the gap between the rows. */
const drawArrow = (from: PaymentStateName, to: PaymentStateName): string[] => {
  const [start, end] = [boxOf(from), boxOf(to)];
  const bottom = start.y + start.height;
  const label = eventsOf(from, to);
  if (start.x === end.x) {
    const half = (bottom + end.y) / 2 + 5;
    return [
      path([
        [middle(start), bottom],
        [middle(end), end.y - 2],
      ]),
      text(middle(start) + 8, half, label, { size: 12.5, isCode: true }),
    ];
  }
  const turn = end.y > bottom + 20 && from !== 'idle' && from !== 'submitting' ? bottom + 20 : end.y - 26;
  const side = end.x > start.x ? 'end' : 'start';
  const shift = end.x > start.x ? apart : -apart;
  return [
    path([
      [middle(start) + shift, bottom],
      [middle(start) + shift, turn],
      [middle(end) - (from === 'idle' || from === 'submitting' ? 0 : shift), turn],
      [middle(end) - (from === 'idle' || from === 'submitting' ? 0 : shift), end.y - 2],
    ]),
    text(middle(end) + (side === 'end' ? -8 : 8), turn - 7, label, { size: 12.5, isCode: true, anchor: side }),
  ];
};

/** The one arrow that passes a box: to Checking, which stands below the results. */
const drawUnsettled = (): string[] => {
  const [start, end] = [boxOf('submitting'), boxOf('checking')];
  const x = columns.center - 20;
  return [
    path([
      [start.x, start.y + 24],
      [x, start.y + 24],
      [x, end.y + 24],
      [end.x + width + 2, end.y + 24],
    ]),
    text(x - 8, start.y + 44, eventsOf('submitting', 'checking'), { size: 12.5, isCode: true, anchor: 'end' }),
  ];
};

export const drawSteps = (): string => {
  const names = Object.keys(places) as PaymentStateName[];
  const states = names.flatMap((name) => drawState(name));
  const arrows = forward.filter(([, to]) => to !== 'checking').flatMap(([from, to]) => drawArrow(from, to));
  return picture(820, 1255, 'The steps of paying, and what leads from one to the next', [...arrows, ...drawUnsettled(), ...states]);
};
