/** The table of fault cases is whole, and what it says of the tests is true. Must not know what a case is about. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases } from './cases.js';

const howMany = 63;

/** A title, wherever it stands: in a test, or in a table of tests. */
const hasTest = (file: string, number: number): boolean =>
  existsSync(file) && new RegExp(`['"\`]case ${number}: `).test(readFileSync(file, 'utf8'));

describe('the fault cases', () => {
  it('are all there, in order, each once', () => {
    expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: howMany }, (_, index) => index + 1));
  });

  it('have a test each', () => {
    expect(cases.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  it.each(cases.flatMap(({ number, tests }) => tests.map((file) => [number, file] as const)))('%i is shown in %s', (number, file) => {
    expect(hasTest(file, number)).toBe(true);
  });

  it.each(cases.filter(({ impossible }) => impossible !== undefined))('$number says why an engine is left out', ({ impossible = {} }) => {
    for (const reason of Object.values(impossible)) expect(reason.length).toBeGreaterThan(20);
  });

  it.each(cases.filter(({ standIn }) => standIn !== undefined))('$number says why something stands in', ({ standIn = '' }) => {
    expect(standIn.length).toBeGreaterThan(20);
  });

  it('say the same as the tests do: no test shows a case that the table doesn’t list for its file', () => {
    const listed = new Map<string, Set<number>>();
    for (const { number, tests } of cases) for (const file of tests) listed.set(file, (listed.get(file) ?? new Set()).add(number));
    const unlisted = [...listed].flatMap(([file, numbers]) =>
      [...readFileSync(file, 'utf8').matchAll(/['"`]case (\d+): /g)]
        .map(([, number]) => Number(number))
        .filter((number) => !numbers.has(number))
        .map((number) => `${file} shows case ${number}`),
    );
    expect(unlisted).toEqual([]);
  });
});
