/** How long a text or a list may be, asked of whatever somebody sends in its place. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { atLeast, atMost } from '../../src/api/lengths.js';

const Text = z.string().check(atLeast(2), atMost(4));
const List = z.array(z.string()).check(atLeast(1), atMost(2));

describe('a length', () => {
  it.each(['ab', 'abcd', '😀😀😀😀'])('of a text is counted in characters: %s is let in', (text) => {
    expect(z.safeParse(Text, text).success).toBe(true);
  });

  it.each(['', 'a', '😀', 'abcde', '😀😀😀😀😀'])('of a text is counted in characters: “%s” is refused', (text) => {
    expect(z.safeParse(Text, text).success).toBe(false);
  });

  it('of a list is counted in items', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((list) => z.safeParse(List, list).success)).toEqual([false, true, true, false]);
  });

  it.each(['{"length":{"toString":1,"valueOf":2}}', '{"length":3}', '{"length":null}', '7', 'null', 'true'])(
    'is asked of texts and lists alone: %s is refused for what it is',
    (json) => {
      for (const schema of [Text, List]) {
        const { error } = z.safeParse(schema, JSON.parse(json));
        expect(error?.issues.map(({ code }) => code)).toEqual(['invalid_type']);
      }
    },
  );

  it('stands in the schema that others read', () => {
    expect(z.toJSONSchema(Text)).toMatchObject({ type: 'string', minLength: 2, maxLength: 4 });
    expect(z.toJSONSchema(List)).toMatchObject({ type: 'array', minItems: 1, maxItems: 2 });
  });
});
