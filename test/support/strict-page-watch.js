/** On every page of the browser tests: a violation of its policy fails the test that runs, unless that test asked for it (policy.ts). */
globalThis.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
  const what = `${effectiveDirective} blocked ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`;
  globalThis.top.reportError(new Error(`The page's policy was violated: ${what}`));
});
