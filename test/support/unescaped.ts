/** Text of a script as it is read when it runs: `\u2019` is one character. */
export const unescaped = (text: string): string =>
  text.replace(/\\u(\w{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
