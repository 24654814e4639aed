/** A version is published under a heading with its day, and under no other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { findFault } from './changelog.js';

const withHeading = (heading: string): string => `# Changelog\n\n${heading}\n\n### Added\n\n- Something.\n\n## 1.2.2 - 2026-01-31\n`;

it('takes the version with the day it is published', () => {
  expect(findFault(withHeading('## 1.2.3 - 2026-11-26'), '1.2.3')).toBeUndefined();
});

it.each(['## 1.2.3 (not published yet)', '## 1.2.3', '## [1.2.3] - 2026-11-26', '## 1.2.3 - 2026-13-01', '## 1.2.3 - soon'])(
  'says what is wrong with %s',
  (heading) => {
    expect(findFault(withHeading(heading), '1.2.3')).toBe(
      `CHANGELOG.md says “${heading}” in place of “## 1.2.3 - YYYY-MM-DD”, the day it is published.`,
    );
  },
);

it.each(['## 1.2.30 - 2026-11-26', '## 1.2.3-beta.1 - 2026-11-26', '## Unreleased', '## 1x2x3 - 2026-11-26'])(
  'does not take %s for the version',
  (heading) => {
    expect(findFault(withHeading(heading), '1.2.3')).toMatch(/^CHANGELOG\.md has no section for 1\.2\.3: /);
  },
);

it('knows the section of this version', () => {
  expect(findFault(readFileSync('CHANGELOG.md', 'utf8'), version) ?? '').not.toContain('no section');
});
