/**
 * `node --import tsx test/support/days-in-zone.ts <day> [...]`: days as a process in the zone of its `TZ` reads them, as JSON.
 * The zone belongs to a process: a runner's thread keeps the zone it was born in, whatever `TZ` is set to there.
 */
import { createFormat } from '../../src/domain/format.js';

const { date } = createFormat('en-US');
const read = (day: string) => (['medium', 'full', 'weekday', 'long'] as const).map((style) => date(day, style));

console.log(
  JSON.stringify({
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    days: process.argv.slice(2).map(read),
  }),
);
