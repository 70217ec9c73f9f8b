import assert from 'node:assert/strict';
import { outline, type OutlineNode } from '../../server/src/features/outline.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import { inCode, withoutCode } from '../support/features.js';

/** The tree as indented lines: canonical name, heading, and the first and last line of what it holds. */
function drawn(document: DocumentFacts): string[] {
  const lineOf = (offset: number): number =>
    document.lines.positionAt(document.reading.toFile(offset)).line + 1;
  const draw = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap(({ id, heading, span, children }) => [
      `${'  '.repeat(depth)}${id}${heading === '' ? '' : ` ${heading}`} ${lineOf(span.start)}-${lineOf(span.end)}`,
      ...draw(children, depth + 1),
    ]);
  return draw(outline(document), 0);
}

describe('outline', () => {
  it('is the tree of a part, with headings, side headings and the lines of each provision', () => {
    assert.deepEqual(drawn(inCode('\n').document('sec/section-d.sec')), [
      'D MODIFICATION PROCESS 5-35',
      '  D1 RAISING PROPOSALS 7-17',
      '    D1.1 9-9',
      '    D1.2 11-15',
      '      D1.2(a) 12-12',
      '      D1.2(b) 13-15',
      '        D1.2(b)(i) 14-14',
      '        D1.2(b)(ii) 15-15',
      '    D1.3 17-17',
      '  D9 MODIFICATION PROPOSAL DECISION 19-31',
      '    D9.1 Voting 23-23',
      '    D9.2 Voting 25-25',
      '    D9.3 Report to the Authority 29-29',
      '    D9.4 Report to the Authority 31-31',
      '  D10 APPEALS & DISPUTES 33-35',
      '    D10.1 35-35',
    ]);
  });

  it('holds each part that a draft changes', () => {
    const workspace = inCode(`
        Section D (Modification Process)

        D9.5 The Panel shall act.

        Appendix AB

        15.7 The User shall act.
      `);
    assert.deepEqual(drawn(workspace.document()), [
      'D Modification Process 1-3',
      '  D9.5 3-3',
      'Appendix AB 5-7',
      '  Appendix AB/15.7 7-7',
    ]);
  });

  it('holds a paper’s own numbers', () => {
    const workspace = withoutCode(`
        1. INTRODUCTION

        1.1 This is short.

        2. COSTS

        2.1 They are:
            (a) high; or
            (b) low.
      `);
    assert.deepEqual(drawn(workspace.document()), [
      '#1 INTRODUCTION 1-3',
      '  #1.1 3-3',
      '#2 COSTS 5-9',
      '  #2.1 7-9',
      '    #2.1(a) 8-8',
      '    #2.1(b) 9-9',
    ]);
  });

  it('reads numbers as proposed, at their place in the file', () => {
    const workspace = inCode(`
        Section D

        {--D9.5 The Panel shall act.--}
        {++D9.6 The Panel shall wait.++}
      `);
    assert.deepEqual(drawn(workspace.document()), ['D 1-4', '  D9.6 4-4']);
  });

  it('is empty for a text without provisions', () => {
    assert.deepEqual(drawn(withoutCode('The panel shall meet.\n').document()), []);
    assert.deepEqual(drawn(withoutCode('').document()), []);
  });
});
