/** What was counted and has to be so, whatever the clock says. Knows no times. */
import type { Painted } from './paint.js';
import type { Report } from './report.js';
import type { Typing } from './typing.js';

const mostRows = 200;

const inFirstView = ({ asked, together, layoutShift }: Painted): string[] => [
  ...(asked.endpoint.length === 2 && together === 2
    ? []
    : [`A first view asks ${asked.endpoint.join(', ')}, ${together} at once, instead of two at once.`]),
  ...[...asked.elsewhere].map(([origin, count]) => `A first view asks ${origin} ${count} times.`),
  ...(layoutShift === 0 ? [] : [`A first view moves by ${layoutShift}.`]),
];

const whileTyping = ({ listCalls, otherRows }: Typing): string[] => [
  ...(listCalls.otherwise > 0 && otherRows.otherwise > 0 ? [] : ['What draws the list is not found, so that nothing was counted.']),
  ...(listCalls.typing === 0 ? [] : ['Typing an amount draws the list anew.']),
  ...(otherRows.typing === 0 ? [] : ['Typing an amount changes other contracts’ rows.']),
];

/** Sentences about what is not as it should be. */
export const findFaults = ({ firstViews, scales, presses }: Report): string[] => [
  ...firstViews.flatMap(({ found }) => found.filter(({ script }) => script.subject === 'aspire-pay').flatMap(inFirstView)),
  ...scales
    .filter((scale) => scale.mostRows > mostRows)
    .map((scale) => `${scale.mostRows} rows are drawn of ${scale.contracts} contracts.`),
  ...presses.flatMap(({ typing }) => whileTyping(typing)),
];
