/**
 * What a drawn state says in words of ours, piece by piece: also what only a reader hears and what a style shows.
 * What came from the endpoint is left out: it stands isolated, or is the text of the authorization.
 */
const fromEndpoint = 'bdi, .terms';

const spokenAttributes = ['aria-label', 'alt', 'data-label', 'placeholder', 'title'] as const;

/** White space of every kind is one space, and marks of direction say nothing. */
const plain = (text: string | null): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const textsIn = (root: ShadowRoot): string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest(fromEndpoint)) found.push(plain(walker.currentNode.nodeValue));
  return found;
};

const attributesIn = (root: ShadowRoot): string[] =>
  spokenAttributes.flatMap((name) => [...root.querySelectorAll(`[${name}]`)].map((element) => plain(element.getAttribute(name))));

export const shownTexts = (root: ShadowRoot): readonly string[] => [...textsIn(root), ...attributesIn(root)].filter((text) => text !== '');
