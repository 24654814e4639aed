/** A browser that keeps nothing: storage that is blocked outright, or full. Must not know who would store what. */

const areas = ['localStorage', 'sessionStorage'] as const;

/** Merely to read it throws, as where cookies are blocked. Gives the way back. */
export const blockStorage = (): (() => void) => {
  const before = areas.map((name) => Object.getOwnPropertyDescriptor(window, name));
  for (const name of areas) {
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
  return () => {
    areas.forEach((name, index) => {
      Reflect.deleteProperty(window, name);
      const own = before[index];
      if (own) Object.defineProperty(window, name, own);
    });
  };
};

/** Reading works, writing doesn't. Gives the way back. */
export const fillStorage = (): (() => void) => {
  const before = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return () => {
    if (before) Object.defineProperty(Storage.prototype, 'setItem', before);
  };
};
