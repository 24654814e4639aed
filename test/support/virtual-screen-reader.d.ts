/** The reader's build for browsers comes without types; they are those of its build for bundlers. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export { Virtual } from '@guidepup/virtual-screen-reader';
}
