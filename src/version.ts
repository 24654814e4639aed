/** The version of the element, written from package.json by `npm version`; a test holds them equal. Knows nothing else. */
export const version = '0.1.0';
