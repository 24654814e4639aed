/** The guides and the README as their tests read them: text, code samples, words set as code. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guidesFolder } from '../../../demo/guides/links.js';
import { guideNames } from '../../../demo/guides/routes.js';

export const root = resolve(import.meta.dirname, '../../..');

export interface Sample {
  readonly language: string;
  readonly code: string;
  /** Where it stands, for a failing test's title. */
  readonly place: string;
}

export interface Text {
  /** In the project. */
  readonly path: string;
  readonly text: string;
  readonly samples: readonly Sample[];
  /** What is set as code within sentences and tables. */
  readonly words: readonly string[];
}

const fence = /^( *)```(\w*)\n([\s\S]*?)\n\1```$/gm;

const read = (path: string): Text => {
  const text = readFileSync(join(root, path), 'utf8');
  const samples = [...text.matchAll(fence)].map((match) => ({
    language: match[2] ?? '',
    code: match[3] ?? '',
    place: `${path}:${text.slice(0, match.index).split('\n').length}`,
  }));
  const words = [...text.replace(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? '');
  return { path, text, samples, words };
};

export const guides: readonly Text[] = guideNames.map((name) => read(`${guidesFolder}/${name}.md`));
export const readme = read('README.md');
export const texts: readonly Text[] = [...guides, readme];

export const samplesIn = (...languages: string[]): Sample[] =>
  texts.flatMap(({ samples }) => samples.filter(({ language }) => languages.includes(language)));
