import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findingCodes } from '../../server/src/findings/codes.js';
import { loadFindingsPage } from '../../server/src/files/findingsPage.js';
import { findingLinks } from '../../server/src/protocol/findingLinks.js';

describe('links from findings to docs/findings.md', () => {
  it('lead to a part for each code, which says why it matters and how to mend it', async () => {
    const page = await loadFindingsPage();
    assert.ok(page);
    assert.deepEqual([...page.parts.keys()].sort(), Object.keys(findingCodes).sort());
    for (const [code, { markdown }] of page.parts) {
      for (const part of [
        /^\*\*(?:Error|Warning|Information|Hint)/,
        /\*\*Why it matters\.\*\*/,
        /\*\*Mend\.\*\*/,
      ])
        assert.match(markdown, part, code);
    }
  });

  it('have the code as fragment, or the line for our own extension', async () => {
    const page = await loadFindingsPage();
    const byCode = findingLinks(page, 'code')('numbering') ?? '';
    assert.match(byCode, /^file:\/\/.*\/docs\/findings\.md#numbering$/);
    const [address = '', line = ''] = (findingLinks(page, 'line')('numbering') ?? '').split('#L');
    const lines = (await readFile(fileURLToPath(address), 'utf8')).split('\n');
    assert.equal(lines[Number(line) - 1], '### numbering');
  });

  it('are none without the page, and for a code that it does not know', async () => {
    assert.equal(findingLinks(undefined, 'code')('numbering'), undefined);
    assert.equal(findingLinks(await loadFindingsPage(), 'code')('no-such-code'), undefined);
  });
});
