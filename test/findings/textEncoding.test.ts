import assert from 'node:assert/strict';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { decodeText } from '../../server/src/files/decodeText.js';
import { check } from '../../server/src/findings/check.js';
import type { Finding } from '../../server/src/findings/finding.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { checkFindings, checkSilent } from '../support/findings.js';

/** The findings of a file that holds these bytes. */
function findingsOfBytes(bytes: Uint8Array): readonly Finding[] {
  const decoded = decodeText(bytes, 1e6);
  assert.ok('text' in decoded, 'the bytes are text');
  const index = new WorkspaceIndex(buildCatalogue());
  const source = { uri: 'a', version: 0, fileName: 'a.sec', inCodeFolder: false };
  index.put({ ...source, text: decoded.text, problem: decoded.problem }, { code: 'c', isMember: true });
  const view = index.view('a');
  assert.ok(view);
  return check(view, { rules: {}, terms: [], asAt: '2020-01-01' });
}

describe('text-encoding', () => {
  it('finds signs that were converted wrongly, and mends them', () => {
    const [finding] = checkFindings(`
        The panelâ€™s list â€œends here.
                 ^^^ text-encoding information -> ’
                           ^^^ text-encoding information -> “
      `);
    assert.match(finding?.message ?? '', /“â€™” is a “’” that was converted wrongly/);
  });

  it('finds dashes, pounds, section signs and accents that were converted wrongly', () => {
    checkFindings(`
        It costs Â£5 â€“ see Â§ 4 of the cafÃ© list.
                 ^^ text-encoding information -> £
                     ^^^ text-encoding information -> –
                             ^^ text-encoding information -> §
                                            ^^ text-encoding information -> é
      `);
  });

  it('finds a lost character once for each stretch', () => {
    const [finding] = checkFindings(`
        It costs \uFFFD100 or \uFFFD\uFFFD so.
                 ^ text-encoding information
                         ^^ text-encoding information
      `);
    assert.match(finding?.message ?? '', /lost in a conversion/);
  });

  it('says once that a file is not UTF-8, and reads it as Windows-1252', () => {
    const [finding, ...others] = findingsOfBytes(
      Buffer.from('The panel\x92s list costs \xa35, \xa36 and \xa37.\n', 'latin1'),
    );
    assert.deepEqual(others, []);
    assert.deepEqual(
      [finding?.code, finding?.severity, finding?.start, finding?.end, finding?.fixes],
      ['text-encoding', 'information', 0, 1, []],
    );
    assert.match(finding?.message ?? '', /not UTF-8; it was read as Windows-1252/);
  });

  it('is silent for UTF-8 with and without a byte order mark, and for plain ASCII', () => {
    const text = 'The panel’s list costs £5 – or “less” – in a café.\n';
    assert.deepEqual(findingsOfBytes(Buffer.from(text, 'utf8')), []);
    assert.deepEqual(findingsOfBytes(Buffer.from(`\uFEFF${text}`, 'utf8')), []);
    assert.deepEqual(findingsOfBytes(Buffer.from('It costs 5.\n', 'utf8')), []);
    assert.deepEqual(findingsOfBytes(new Uint8Array()), []);
  });

  it('is silent for accents and signs that are right', () => {
    checkSilent('The Ångström café in Âge and São costs £5 or €6, § 4, ½ a m² at 5°, Ã and â too.\n');
  });

  it('is silent in deleted words', () => {
    checkSilent('The panel{--â€™s--} meets.\n');
  });
});
