/** As much of the analyzer as is used here; it ships no types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** What the command does, answering the manifest instead of writing it. */
  export const cli: (options: { argv: readonly string[]; cwd: string; noWrite: true }) => Promise<unknown>;
}
