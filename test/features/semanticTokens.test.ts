import assert from 'node:assert/strict';
import { semanticTokens, type SemanticToken } from '../../server/src/features/semanticTokens.js';
import { inCode, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** Each token as `line:column “characters” type.modifiers`; none overlaps the one before. */
function tokens(workspace: TestWorkspace, name?: string): string[] {
  const view = workspace.view(name);
  return semanticTokens(view).map((token, i, all) => {
    const before = all[i - 1];
    assert.ok(!before || before.end <= token.start, 'tokens do not overlap');
    return shown(workspace, token, name);
  });
}

function shown(
  workspace: TestWorkspace,
  { start, end, type, modifiers }: SemanticToken,
  name?: string,
): string {
  const { lines, text } = workspace.document(name);
  const { line, character } = lines.positionAt(start);
  return `${line + 1}:${character + 1} “${text.slice(start, end)}” ${[type, ...modifiers].join('.')}`;
}

describe('semantic tokens', () => {
  it('tell terms by where they are defined', () => {
    const workspace = inCode(`
      Section A

      Insert the following definitions:

      Term\tMeaning
      Grey Box\tmeans a Device.
      Grey Lid\tNot used.

      Section D

      D9.5 The Grey Boxes and Grey Lids of the Panel rest.
    `);
    assert.deepEqual(tokens(workspace).slice(1), [
      '5:1 “Term” provisionHeading',
      '5:6 “Meaning” provisionHeading',
      '6:1 “Grey Box” definedTerm.definition.draft',
      '6:18 “Device” definedTerm.fromSectionA',
      '7:1 “Grey Lid” definedTerm.definition.draft.deprecated',
      '9:1 “Section D” provisionHeading',
      '11:1 “D9.5” provisionNumber',
      '11:10 “Grey Boxes” definedTerm.draft',
      '11:25 “Grey Lids” definedTerm.draft.deprecated',
      '11:42 “Panel” definedTerm.fromSectionA',
    ]);
  });

  it('tell references, ids, documents, and words that bind or allow', () => {
    const workspace = inCode(`
      Section D

      D9.5 Under Section D9.1 and Section D9.99, the DCC shall not wait for SECMP0023; it must use WTS v1.2 or
      the WTS; a Party may act.
    `);
    assert.deepEqual(tokens(workspace).slice(1), [
      '3:1 “D9.5” provisionNumber',
      '3:12 “Section D9.1” provisionReference',
      '3:29 “Section D9.99” provisionReference.unresolved',
      '3:48 “DCC” definedTerm.fromSectionA',
      '3:52 “shall not” obligation',
      '3:71 “SECMP0023” modification',
      '3:85 “must” obligation',
      '3:94 “WTS v1.2” documentName',
      '4:5 “WTS” documentName',
      '4:12 “Party” definedTerm.fromSectionA',
      '4:18 “may” obligation',
    ]);
  });

  it('tell numbers and headings, and terms inside them', () => {
    const workspace = inCode('\n');
    assert.deepEqual(tokens(workspace, 'sec/section-d.sec').slice(0, 5), [
      '5:1 “SECTION D: MODIFICATION PROCESS” provisionHeading',
      '7:1 “D1” provisionNumber',
      '7:4 “RAISING PROPOSALS” provisionHeading',
      '9:1 “D1.1” provisionNumber',
      '9:8 “Party” definedTerm.fromSectionA',
    ]);
  });

  it('leave out what marks delete, and show their signs', () => {
    const workspace = inCode(
      'The SEC binds {~~the Panel~>each Party~~}, a Change {--old --}Board{++ and Users++}.\n',
    );
    assert.deepEqual(tokens(workspace), [
      '1:5 “SEC” definedTerm.fromSectionA',
      '1:15 “{~~” changeMark',
      '1:27 “~>” changeMark',
      '1:34 “Party” definedTerm.fromSectionA',
      '1:39 “~~}” changeMark',
      '1:46 “Change ” definedTerm.fromSectionA',
      '1:53 “{--” changeMark',
      '1:60 “--}” changeMark',
      '1:63 “Board” definedTerm.fromSectionA',
      '1:68 “{++” changeMark',
      '1:76 “Users” definedTerm.fromSectionA',
      '1:81 “++}” changeMark',
    ]);
  });

  it('tell a paper’s own terms and a term in a reference’s owner', () => {
    const workspace = withoutCode(`
      The DCC gives a list (the "Price List"). The Price List follows condition 22 of the DCC Licence.
    `);
    assert.deepEqual(
      tokens(workspace).filter((line) => /Price|Licence|condition/.test(line)),
      [
        '1:28 “Price List” definedTerm.definition.local',
        '1:46 “Price List” definedTerm.local',
        '1:65 “condition 22 of the DCC Licence” provisionReference',
      ],
    );
  });

  it('of a part of a text are those of the whole text there', () => {
    const workspace = inCode('\n');
    const view = workspace.view('sec/section-d.sec');
    const { reading } = view.document;
    const { text } = reading;
    const span = { start: text.indexOf('D9.1'), end: text.indexOf('D9.3') };
    const inFile = reading.toFileSpan(span);
    const inside = ({ start }: SemanticToken): boolean => start >= inFile.start && start < inFile.end;
    assert.deepEqual(semanticTokens(view, span).filter(inside), semanticTokens(view).filter(inside));
    assert.ok(semanticTokens(view, span).length < semanticTokens(view).length / 2);
  });
});
