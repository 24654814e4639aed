/**
 * Days of the calendar as `YYYY-MM-DD` text, without a time zone.
 * Plain dates sort and compare as text. Never asks what day it is: the endpoint says so.
 */
import type { PlainDate } from '../api/index.js';

const millisecondsPerDay = 86_400_000;

const toUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

export const isPlainDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toUtc(text)) && fromUtc(toUtc(text)) === text;

const fromUtc = (time: number): PlainDate => new Date(time).toISOString().slice(0, 10);

/** Negative days go back. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(toUtc(date) + days * millisecondsPerDay);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((toUtc(to) - toUtc(from)) / millisecondsPerDay);

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: PlainDate): number => new Date(toUtc(date)).getUTCDay();
