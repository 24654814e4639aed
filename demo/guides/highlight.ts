/**
 * Code with its comments, strings and tags marked, and nothing cleverer: enough to read a sample by. Takes text, gives HTML.
 */

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const script = /(?<comment>\/\*[\s\S]*?\*\/|\/\/[^\n]*)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;
const markup = /(?<comment><!--[\s\S]*?-->)|(?<string>"[^"]*")|(?<tag><\/?[\w-]+|\/?>)/g;
const shell = /(?<comment>(?<=^|\s)#[^\n]*)|(?<string>'[^'\n]*'|"[^"\n]*")/gm;
const steps = /(?<comment>--[^\n]*)/g;

const patterns: Readonly<Record<string, RegExp>> = {
  ts: script,
  js: script,
  css: script,
  json: script,
  html: markup,
  sh: shell,
  text: steps,
};

const kindOf = (groups: Readonly<Record<string, string | undefined>> = {}): string =>
  Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';

export const highlight = (code: string, language: string): string => {
  const pattern = patterns[language];
  if (pattern === undefined) return escapeHtml(code);
  let done = 0;
  let marked = '';
  for (const match of code.matchAll(pattern)) {
    const [text] = match;
    const kind = kindOf(match.groups);
    marked += `${escapeHtml(code.slice(done, match.index))}<span class="${kind}">${escapeHtml(text)}</span>`;
    done = match.index + text.length;
  }
  return marked + escapeHtml(code.slice(done));
};
