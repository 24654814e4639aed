/** Whether the browser believes that it is online, as a test says. Knows nothing of requests: they go through all the same. */

export const setOnline = (isOnline: boolean): void => {
  if (isOnline) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
};
