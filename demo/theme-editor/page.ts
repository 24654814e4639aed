/** What the editor's modules share: finding their own elements and making new ones. Must not know what they are for. */

export const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
};

export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** A colour shown by a drawing, since an inline style is what the page's own policy forbids. */
export const swatch = (color: string): SVGSVGElement => {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'swatch');
  svg.setAttribute('aria-hidden', 'true');
  const square = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries({ x: '1', y: '1', width: '14', height: '14', rx: '3', fill: color })) {
    square.setAttribute(name, value);
  }
  svg.append(square);
  return svg;
};
