/** The version of the element, the same as package.json's: a test holds them equal. Knows nothing else. */
export const version = '0.1.0';
