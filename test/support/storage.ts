/** A browser that keeps nothing: storage that is blocked outright, or full; and one whose looks are counted. Must not know who would store what. */

const areas = ['localStorage', 'sessionStorage'] as const;

/** What is done whenever the page looks at its storage. Gives the way back. */
const onLook = (look: (area: Storage) => Storage): (() => void) => {
  const before = areas.map((name) => ({ name, own: Object.getOwnPropertyDescriptor(window, name), area: window[name] }));
  for (const { name, area } of before) Object.defineProperty(window, name, { configurable: true, get: () => look(area) });
  return () => {
    for (const { name, own } of before) {
      Reflect.deleteProperty(window, name);
      if (own) Object.defineProperty(window, name, own);
    }
  };
};

/** Merely to read it throws, as where cookies are blocked. Gives the way back. */
export const blockStorage = (): (() => void) =>
  onLook(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });

/** Tells of each look. Gives the way back. */
export const watchStorage = (note: () => void): (() => void) =>
  onLook((area) => {
    note();
    return area;
  });

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
