import assert from 'node:assert/strict';
import { documentSymbols, type DocumentSymbolNode } from '../../server/src/features/documentSymbols.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import { inCode, withoutCode } from '../support/features.js';

/** The outline as indented lines: kind, name, detail, and the first and last line of what it holds. */
function drawn(document: DocumentFacts): string[] {
  const lineOf = (offset: number): number =>
    document.lines.positionAt(document.reading.toFile(offset)).line + 1;
  const draw = (nodes: readonly DocumentSymbolNode[], depth: number): string[] =>
    nodes.flatMap(({ kind, name, detail, span, label, children }) => {
      assert.ok(span.start <= label.start && label.end <= span.end, `the label of ${name} lies in it`);
      for (const child of children)
        assert.ok(
          span.start <= child.span.start && child.span.end <= span.end,
          `${name} holds ${child.name}`,
        );
      const words = detail === '' ? name : `${name} / ${detail}`;
      return [
        `${'  '.repeat(depth)}${kind}: ${words} ${lineOf(span.start)}-${lineOf(span.end)}`,
        ...draw(children, depth + 1),
      ];
    });
  return draw(documentSymbols(document), 0);
}

describe('document symbols', () => {
  it('are provisions under their side headings, with the terms that they define', () => {
    assert.deepEqual(drawn(inCode('\n').document('sec/section-d.sec')), [
      'part: SECTION D: MODIFICATION PROCESS 5-35',
      '  sub-section: D1 RAISING PROPOSALS 7-17',
      '    clause: D1.1 / A Party may propose a change to the Code (each a … 9-9',
      '      definition: Modification Proposal 9-9',
      '    clause: D1.2 / A Modification Proposal shall: 11-15',
      '      paragraph: (a) / be in writing; and 12-12',
      '      paragraph: (b) / name: 13-15',
      '        paragraph: (i) / its aim; and 14-14',
      '        paragraph: (ii) / its costs. 15-15',
      '    clause: D1.3 / Not used. 17-17',
      '  sub-section: D9 MODIFICATION PROPOSAL DECISION 19-31',
      '    side heading: Voting 21-25',
      '      clause: D9.1 / The Panel shall keep a board that votes (the "Change … 23-23',
      '        definition: Change Board 23-23',
      '      clause: D9.2 / The Change Board shall vote on each Modification Proposal. 25-25',
      '    side heading: Report to the Authority 27-31',
      '      clause: D9.3 / The Panel shall report each vote to the Authority. 29-29',
      '      clause: D9.4 / The Panel shall do so within five (5) Working Days. 31-31',
      '  sub-section: D10 APPEALS & DISPUTES 33-35',
      '    clause: D10.1 / A Party may ask the Authority to decide. 35-35',
    ]);
  });

  it('put the paragraphs of a definition under its term', () => {
    const workspace = inCode(`
      Section A

      Insert the following definitions:

      Term\tMeaning
      Grey Box\tmeans a box that:
      (a) is grey; or
      (b) was grey.
      Grey Lid\tmeans a lid.
    `);
    assert.deepEqual(drawn(workspace.document()), [
      'part: Section A 1-9',
      '  definition: Grey Box / means a box that: (a) is grey; or (b) was grey. 6-8',
      '    paragraph: (a) / is grey; or 7-7',
      '    paragraph: (b) / was grey. 8-8',
      '  definition: Grey Lid / means a lid. 9-9',
    ]);
  });

  it('show a text as proposed, at its place in the file', () => {
    const workspace = inCode(`
      Section D

      {--D9.5 The Panel shall act.--}
      {++D9.6 The Panel shall wait.++}
    `);
    assert.deepEqual(drawn(workspace.document()), [
      'part: Section D 1-4',
      '  clause: D9.6 / The Panel shall wait. 4-4',
    ]);
  });

  it('keep a heading inside a clause from the clauses behind it', () => {
    const workspace = inCode(`
      1. PANEL

      1.1 Its work

      1.1.1 The panel met ten times.

      Change of Rules

      1.1.2 The panel changed two rules.

      1.2 The panel shall meet again.
    `);
    const [part] = documentSymbols(workspace.document());
    assert.deepEqual(
      part?.children.map(({ name }) => name),
      ['1.1 Its work', '1.2'],
    );
    assert.deepEqual(drawn(workspace.document()).slice(0, 5), [
      'sub-section: 1 PANEL 1-11',
      '  clause: 1.1 Its work 3-9',
      '    clause: 1.1.1 / The panel met ten times. 5-5',
      '    side heading: Change of Rules 7-9',
      '      clause: 1.1.2 / The panel changed two rules. 9-9',
    ]);
  });

  it('of a text without provisions are its definitions', () => {
    assert.deepEqual(
      drawn(withoutCode('The seller gives a list (the "Price List"). A Price List is long.\n').document()),
      ['definition: Price List 1-1'],
    );
    assert.deepEqual(drawn(withoutCode('').document()), []);
  });
});
