/**
 * The few shapes diagrams are made of, as SVG text. Colours and sizes stand in attributes, so that no policy has to allow a style.
 * Must not know what is drawn.
 */

export const ink = '#17262a';
export const quiet = '#47595d';
export const line = '#8a9a9c';
export const accent = '#0e4a4f';
export const band = '#eef3f1';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly fill?: string;
  readonly isStrong?: boolean;
  readonly isCode?: boolean;
}

const families = { text: 'system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif', code: 'ui-monospace, Menlo, Consolas, monospace' };

export const text = (x: number, y: number, words: string, options: TextOptions = {}): string => {
  const { anchor = 'start', size = 14, fill = ink, isStrong = false, isCode = false } = options;
  const family = isCode ? families.code : families.text;
  const weight = isStrong ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escape(words)}</text>`;
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const box = ({ x, y, width, height }: Box, { fill = '#ffffff', stroke = line }: { fill?: string; stroke?: string } = {}): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"/>`;

type Point = readonly [x: number, y: number];

/** A straight line through the points, dashed for an answer, with a head at its end unless told otherwise. */
export const path = (points: readonly Point[], options: { isDashed?: boolean; hasHead?: boolean; stroke?: string } = {}): string => {
  const { isDashed = false, hasHead = true, stroke = ink } = options;
  const way = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return `<path d="${way}" fill="none" stroke="${stroke}" stroke-width="1.5"${isDashed ? ' stroke-dasharray="5 4"' : ''}${hasHead ? ' marker-end="url(#head)"' : ''}/>`;
};

const head =
  '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">' +
  `<path d="M0 0 10 5 0 10z" fill="${ink}"/></marker></defs>`;

/** On white, since it stands on pages of either scheme. */
export const picture = (width: number, height: number, title: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">\n` +
  `<title>${escape(title)}</title>\n${head}\n<rect width="${width}" height="${height}" fill="#ffffff"/>\n${parts.join('\n')}\n</svg>\n`;

/** As the picture itself says. */
export const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width = '', height = ''] = /width="(\d+)" height="(\d+)" role="img"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};
