/** From Markdown to a page: what is written is shown as written, and links work where the page is. */
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../demo/guides/highlight.js';
import { hrefOf, targetOf } from '../../../demo/guides/links.js';
import { anchorOf, renderGuide } from '../../../demo/guides/render.js';

describe('a heading', () => {
  it('is linked to as on a forge', () => {
    expect(anchorOf('1. Take the script')).toBe('1-take-the-script');
    expect(anchorOf('Who, and “why”?')).toBe('who-and-why');
  });

  it('that stands twice is told apart', () => {
    const { headings, html } = renderGuide('# A\n\n## Keys\n\n## Keys\n');
    expect(headings.map(({ id }) => id)).toEqual(['a', 'keys', 'keys-1']);
    expect(html).toContain('<h2 id="keys-1">');
  });
});

describe('a guide', () => {
  it('is named by its first heading and told by its first paragraph', () => {
    expect(renderGuide('# Brand `it`\n\nColours\nand _type_.\n\nMore.')).toMatchObject({ title: 'Brand it', summary: 'Colours and type.' });
  });

  it('shows markup as text', () => {
    expect(renderGuide('# A\n\nUse <b>this</b>.').html).toContain('Use &lt;b&gt;this&lt;/b&gt;.');
  });
});

describe('a picture', () => {
  it('keeps its room, is said in words, and opens whole', () => {
    const { html, links } = renderGuide('# A\n\n![Two "sums"](pictures/sums.webp \'Sums.\')', { sums: { width: 390, height: 500 } });
    expect(html).toContain('<figure class="shot narrow"><a href="/guides/pictures/sums.webp">');
    expect(html).toContain('alt="Two &quot;sums&quot;" width="390" height="500"');
    expect(html).toContain('<figcaption>Sums.</figcaption>');
    expect(html).not.toContain('<p></p>');
    expect(links).toEqual(['pictures/sums.webp']);
  });
});

describe('a link', () => {
  it.each([
    ['brand.md', '/guides/brand'],
    ['endpoint.md#prove-it', '/guides/endpoint#prove-it'],
    ['#keys', '#keys'],
    ['../endpoint/ledger.ts', '/guides/files/demo/endpoint/ledger.ts'],
    ['../../README.md#look', '/guides/files/README.md'],
    ['http://127.0.0.1:8080/theme-editor/', '/theme-editor/'],
    ['https://www.example.com/a', 'https://www.example.com/a'],
  ])('to %s leads to %s', (href, expected) => {
    expect(hrefOf(targetOf(href))).toBe(expected);
  });
});

describe('code', () => {
  it('has its comments, strings and tags marked, and nothing lost', () => {
    expect(highlight("const a = 'b'; // <c>", 'ts')).toBe(
      'const a = <span class="string">\'b\'</span>; <span class="comment">// &lt;c&gt;</span>',
    );
    expect(highlight('<a href="/b">c</a>', 'html')).toBe(
      '<span class="tag">&lt;a</span> href=<span class="string">&quot;/b&quot;</span><span class="tag">&gt;</span>c' +
        '<span class="tag">&lt;/a</span><span class="tag">&gt;</span>',
    );
    expect(highlight('a <b> # c', 'sh')).toBe('a &lt;b&gt; <span class="comment"># c</span>');
    expect(highlight('<x>', '')).toBe('&lt;x&gt;');
  });

  it('of any kind gives back its own text', () => {
    const code = 'a "b\\"c" `d` /* e */ // f\n<!-- g --> <h> # i -- j';
    const plain = (html: string): string =>
      html
        .replaceAll(/<\/?span[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    for (const language of ['ts', 'html', 'sh', 'css', 'json', 'text', 'else']) expect(plain(highlight(code, language))).toBe(code);
  });
});
