/** Which source each character of a built file comes from, by its map, and which room that source belongs to. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';

export interface Attributed {
  /** Path from the project's root, or from node_modules. */
  readonly source: string;
  readonly text: string;
}

const nameOf = (source: string | undefined): string =>
  (source ?? 'made by the build').replace(/^.*node_modules\//, '').replace(/^.*?(src\/)/, '$1');

/** Tells the source of a place in `file`, which has its map beside it; row and column begin with 0. */
export const readSources = (file: string): ((row: number, column: number) => string) => {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  return (row, column) => {
    const entry = map.findEntry(row, column);
    return nameOf('originalSource' in entry ? entry.originalSource : undefined);
  };
};

/** `file` has its map beside it. */
export const attribute = (file: string): Attributed[] => {
  const sourceOf = readSources(file);
  const texts = new Map<string, string[]>();
  for (const [row, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const source = sourceOf(row, column);
      const known = texts.get(source);
      const character = text.charAt(column);
      if (known) known.push(character);
      else texts.set(source, [character]);
    }
  }
  return [...texts].map(([source, characters]) => ({ source, text: characters.join('') }));
};

const rooms: readonly (readonly [string, RegExp])[] = [
  ['lit', /^(@lit\/|lit)/],
  ['zod', /^zod\//],
  ['styles', /^src\/[\w-]+\.styles\.ts$/],
  ['words', /^src\/locales\//],
  ['schemas', /^src\/api\//],
  ['submission', /^src\/client\/(submission|journal|lock|verdict)\.ts$/],
  ['client', /^src\/client\//],
  ['domain', /^src\/domain\//],
  ['controllers', /^src\/controllers\//],
  ['views', /^src\/views\//],
];

const roomOf = (source: string): string => rooms.find(([, isOf]) => isOf.test(source))?.[0] ?? 'the rest';

/** Largest first. */
export const byRoom = (sources: readonly Attributed[]): [string, string][] => {
  const texts = new Map<string, string>();
  for (const { source, text } of sources) texts.set(roomOf(source), (texts.get(roomOf(source)) ?? '') + text);
  return [...texts].sort(([, one], [, other]) => other.length - one.length);
};
