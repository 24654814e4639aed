/**
 * A guide from Markdown to HTML: headings that can be linked to, pictures with their size, code and tables that scroll by themselves.
 * Takes text and gives text; must not know which guides there are.
 */
import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import { escapeHtml, highlight } from './highlight.js';
import { hrefOf, targetOf } from './links.js';

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface Guide {
  /** The first heading. */
  readonly title: string;
  /** The first paragraph. */
  readonly summary: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** As the Markdown has them, pictures too. */
  readonly links: readonly string[];
}

export type Sizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>;

/** As forges make them, so that one link serves both. */
export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const plainText = (token: Token | undefined): string =>
  (token?.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : type === 'softbreak' ? ' ' : ''))
    .join('');

const readHeadings = (tokens: readonly Token[]): Heading[] => {
  const used = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return [];
    const text = plainText(tokens[index + 1]);
    const id = anchorOf(text);
    const times = used.get(id) ?? 0;
    used.set(id, times + 1);
    const heading = { level: Number(token.tag.slice(1)), id: times === 0 ? id : `${id}-${times}`, text };
    token.attrSet('id', heading.id);
    return [heading];
  });
};

const attributeOf = (token: Token | undefined, name: string): string => String(token?.attrGet(name) ?? '');

const readLinks = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ children }) => (children ?? []).flatMap((one) => attributeOf(one, one.type === 'image' ? 'src' : 'href') || []));

/** Only a picture, and nothing beside it. */
const imageOf = (inline: Token | undefined): Token | undefined => {
  const [only, ...others] = inline?.children ?? [];
  return only?.type === 'image' && others.length === 0 ? only : undefined;
};

/** A picture alone in its paragraph: shown with its size, so that nothing moves, and opened whole by a press. */
const drawFigure = (image: Token | undefined, sizes: Sizes): string => {
  const src = hrefOf(targetOf(attributeOf(image, 'src')));
  const size = sizes[src.slice(src.lastIndexOf('/') + 1).replace(/\.\w+$/, '')];
  const kind = src.endsWith('.svg') ? 'diagram' : size !== undefined && size.width < 500 ? 'shot narrow' : 'shot';
  const place = size === undefined ? '' : ` width="${size.width}" height="${size.height}"`;
  const picture = `<img src="${src}" alt="${escapeHtml(image?.content ?? '')}"${place} loading="lazy" decoding="async" />`;
  const caption = attributeOf(image, 'title');
  const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure class="${kind}"><a href="${src}">${picture}</a>${below}</figure>\n`;
};

const isHidden = (paragraph: Token | undefined, inline: Token | undefined): boolean =>
  paragraph?.hidden === true || imageOf(inline) !== undefined;

const createRules = (sizes: Sizes): Record<string, RendererRule> => ({
  fence: (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {};
    const code = highlight(content.replace(/\n$/, ''), info.trim());
    return `<pre tabindex="0" role="group" aria-label="Example"><code>${code}</code></pre>\n`;
  },
  table_open: () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n',
  table_close: () => '</table></div>\n',
  th_open: () => '<th scope="col">',
  link_open: (tokens, index) => {
    const target = targetOf(attributeOf(tokens[index], 'href'));
    return `<a href="${escapeHtml(hrefOf(target))}"${target.kind === 'elsewhere' ? ' rel="noopener noreferrer"' : ''}>`;
  },
  paragraph_open: (tokens, index) => (isHidden(tokens[index], tokens[index + 1]) ? '' : '<p>'),
  paragraph_close: (tokens, index) => (isHidden(tokens[index], tokens[index - 1]) ? '' : '</p>\n'),
  image: (tokens, index) => drawFigure(tokens[index], sizes),
});

const createMarkdown = (sizes: Sizes): MarkdownIt => {
  const markdown = createMarkdownIt({ html: false });
  Object.assign(markdown.renderer.rules, createRules(sizes));
  return markdown;
};

export const renderGuide = (text: string, sizes: Sizes = {}): Guide => {
  const markdown = createMarkdown(sizes);
  const tokens = markdown.parse(text, {});
  const headings = readHeadings(tokens);
  const firstParagraph = tokens.findIndex(({ type }) => type === 'paragraph_open');
  return {
    title: headings[0]?.text ?? '',
    summary: plainText(tokens[firstParagraph + 1]),
    html: markdown.renderer.render(tokens, markdown.options, {}),
    headings,
    links: readLinks(tokens),
  };
};
