/** The stop behind a sentence that ends in a value, for every language: some values, such as *3:52 p.m.*, have one of their own. Knows no words. */
export const stopped = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);
