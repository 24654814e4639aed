/** What axe objects to on one screen: every rule, or some of them, without a list of what is allowed. Knows no screens. */
// It registers itself with the window, as the assertion of the other tests has it.
import 'axe-core/axe.min.js';
import type { RunOptions, AxeResults } from 'axe-core';

declare global {
  interface Window {
    readonly axe: { run(screen: Element, options: RunOptions): Promise<AxeResults> };
  }
}

/** What depends on colours, and so on the brand and the scheme. */
export const contrastRules = ['color-contrast', 'link-in-text-block'] as const;

/** In its small window WebKit often can't tell what lies under a text; the other two decide. */
const isDecided = /Chrome|Firefox/.test(navigator.userAgent);

/** Each violation with what it is about; what axe could not decide on contrast counts, too. */
export const findViolations = async (screen: Element, rules?: readonly string[]): Promise<string[]> => {
  const options: RunOptions = {
    resultTypes: ['violations', 'incomplete'],
    preload: false,
    ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
  };
  const { violations, incomplete } = await window.axe.run(screen, options);
  const undecided = incomplete.filter(({ id }) => isDecided && id === 'color-contrast');
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
};
