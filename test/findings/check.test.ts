import assert from 'node:assert/strict';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { check } from '../../server/src/findings/check.js';
import { findingCodes, isFindingCode, isRuleSetting } from '../../server/src/findings/codes.js';
import type { Finding } from '../../server/src/findings/finding.js';
import type { TextProblem } from '../../server/src/index/documentFacts.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { checkFindings, checkSilent, withCode } from '../support/findings.js';
import { smallCode } from '../support/smallCode.js';
import { syntheticFacts } from '../support/workspace.js';

const faulty = `
  Section D

  D9.5 The Panel shall send the Volume Notice under Section D9.44 by 30 February 2018 for {xx}.
                                ^^^^^^^^^^^^^ undefined-term warning
                                                    ^^^^^^^^^^^^^ unresolved-reference error
                                                                     ^^^^^^^^^^^^^^^^ invalid-date warning
                                                                                          ^^^^ placeholder warning
`;

describe('check', () => {
  it('gives all findings in the order of the text', () => {
    const findings = checkFindings(withCode(faulty));
    assert.deepEqual(
      findings.map(({ start }) => start),
      findings.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it('puts findings of one place in the order of their ends, then of their codes', () => {
    checkFindings(`
        Ask for {++XXXX or [{xx} so.
                ^^^ unbalanced-mark error
                   ^^^^ placeholder warning
                           ^ unbalanced-mark information
                            ^^^^ placeholder warning
      `);
  });

  it('runs no rule that is off', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall send the Volume Notice under Section D9.44 for {xx}.
                                                          ^^^^^^^^^^^^^ unresolved-reference error
      `),
      { rules: { 'undefined-term': 'off', placeholder: 'off' } },
    );
  });

  it('takes the severity that the user sets, over the default and over what the rule knows', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall pay {xx} under Section D9.44.
                                 ^^^^ placeholder error
                                            ^^^^^^^^^^^^^ unresolved-reference hint
      `),
      { rules: { placeholder: 'error', 'unresolved-reference': 'hint' } },
    );
    checkFindings(
      `
        The SEC asks for the Volume Notice each month under Schedule 77.
                             ^^^^^^^^^^^^^ undefined-term error
                                                            ^^^^^^^^^^^ unresolved-reference error
      `,
      { rules: { 'undefined-term': 'error', 'unresolved-reference': 'error' } },
    );
  });

  it('knows the terms of the settings in every number', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall send the Volume Notice, all Volume Notices and each Volume Notice’s copy to the GVS.
      `),
      { terms: ['Volume Notice', 'GVS'] },
    );
  });

  it('finds nothing in the small code folder and nothing in an empty text', () => {
    checkSilent(withCode('\n'));
    checkSilent('');
    checkSilent(' \n\n\t\n');
    checkSilent('---\ntitle: Nothing\n---\n');
  });

  it('looks at a text that is too large, or has a very long line, for references and terms only', () => {
    const text =
      'Section D\n\nD9.5 The Panel shall send the Volume Notice, each Netwerk Party and SECMP022 under Section D9.44 by 30 February 2018 for {xx} (so “â€™.\n';
    for (const kind of ['too-large', 'long-line'] as const) {
      assert.deepEqual(
        codesOf(text, { kind, detail: '' }),
        ['malformed-modification-id', 'near-miss-term', 'undefined-term', 'unresolved-reference'],
        kind,
      );
    }
    assert.ok(codesOf(text, undefined).includes('placeholder'));
  });

  it('knows its codes and settings by name', () => {
    assert.ok(Object.keys(findingCodes).every(isFindingCode));
    assert.ok(!isFindingCode('toString') && !isFindingCode(''));
    assert.ok(['error', 'warning', 'information', 'hint', 'off'].every(isRuleSetting));
    assert.ok(!isRuleSetting('on') && !isRuleSetting(''));
  });

  it('ends every message as a sentence, with what would put it right', () => {
    for (const { code, message } of checkFindings(withCode(faulty))) {
      assert.match(message, /^[“A-Z].*\.$/s, code);
      assert.ok(!message.includes('undefined '), code);
    }
  });
});

/** The codes found in a draft beside the small code folder, sorted. */
function codesOf(text: string, problem: TextProblem | undefined): string[] {
  const index = new WorkspaceIndex(buildCatalogue(syntheticFacts));
  const code = { code: 'code', isMember: true };
  const sources = smallCode
    .split(/^\/\/- (\S+)\n/m)
    .slice(1)
    .flatMap((part, i, all) => (i % 2 === 0 ? [{ uri: part, text: all[i + 1] ?? '' }] : []));
  for (const { uri, text: words } of sources) {
    index.put({ uri, version: 0, text: words, fileName: uri, inCodeFolder: true }, code);
  }
  index.put(
    { uri: 'draft.sec', version: 0, text, fileName: 'draft.sec', inCodeFolder: false, problem },
    code,
  );
  const view = index.view('draft.sec');
  assert.ok(view);
  const findings: readonly Finding[] = check(view, { rules: {}, terms: [], asAt: '2020-01-01' });
  return [...new Set(findings.map((finding) => finding.code))].sort();
}
