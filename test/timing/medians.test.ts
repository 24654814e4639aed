/** Medians are what a person would say they are, and their distance doesn't depend on which came first. */
import { expect, it } from 'vitest';
import { compare, medianOf } from './medians.js';

it('takes the one in the middle, or the mean of the two', () => {
  expect(medianOf([9, 1, 2])).toBe(2);
  expect(medianOf([9, 1, 2, 4])).toBe(3);
  expect(medianOf([])).toBeNaN();
});

it('measures the distance by the smaller, either way', () => {
  expect(compare([2, 2, 2], [2.1, 2.1, 2.1]).difference).toBeCloseTo(0.05, 10);
  expect(compare([2.1, 2.1, 2.1], [2, 2, 2]).difference).toBeCloseTo(0.05, 10);
});

it('sees through a machine that grew slow in the middle, pair by pair', () => {
  const { difference, paired } = compare([1, 1, 1, 9, 9], [1, 1, 9, 9, 9]);
  expect(difference).toBeCloseTo(8, 10);
  expect(paired).toBe(0);
});
