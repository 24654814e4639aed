/**
 * What runs in the page before anything else, as text: notes when so many rows are painted, what blocks, what moves, and how long a press
 * waits for the frame that answers it. Must not know whose rows they are.
 */

/** Rows are looked for in the page and in the open roots of its elements. */
export const probe = `
(() => {
  const roots = () => [document, ...[...document.querySelectorAll('aspire-pay, lit-table')].flatMap((one) => one.shadowRoot ?? [])];
  const bench = (window.bench = { long: [], shifts: 0, presses: [], rows: () => roots().reduce((sum, root) => sum + root.querySelectorAll('tbody tr').length, 0) });
  new PerformanceObserver((list) => bench.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) bench.shifts += one.value; }).observe({ type: 'layout-shift', buffered: true });
  bench.afterPaint = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0); }));
  // A frame at a time is too coarse for what takes two: changes are looked at as they come.
  bench.until = (isThere) => new Promise((done) => {
    const watched = new Set();
    const look = () => {
      for (const root of roots()) if (!watched.has(root)) { watched.add(root); observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true }); }
      if (isThere()) { observer.disconnect(); clearInterval(timer); bench.afterPaint().then(done); return; }
    };
    const observer = new MutationObserver(look);
    const timer = setInterval(look, 8);
    look();
  });
  bench.painted = (count) => bench.until(() => bench.rows() >= count).then((at) => at - performance.getEntriesByName('script')[0].startTime);
  // From letting go to the frame in which something of it shows, and which frame after that it was.
  addEventListener('pointerup', ({ timeStamp }) => {
    addEventListener('click', () => {
      let frame = 1;
      let isSeen = false;
      const turn = () => { if (!isSeen) { frame += 1; requestAnimationFrame(turn); } };
      requestAnimationFrame(turn);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        isSeen = true;
        bench.afterPaint().then((at) => bench.presses.push({ ms: at - timeStamp, frame }));
      });
      observer.observe(document.querySelector('aspire-pay').shadowRoot, { childList: true, subtree: true, attributes: true, characterData: true });
    }, { once: true, capture: true });
  }, { capture: true });
})();
`;

/** Of the page's time in milliseconds: what of its tasks went past 50, too long to answer a press in between, and the longest of those; 0 for none. */
export const tasks = `({ blocked: bench.long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0), longest: Math.max(0, ...bench.long) })`;

export interface Tasks {
  readonly blocked: number;
  readonly longest: number;
}
