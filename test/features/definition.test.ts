import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { checkDefinition, inCode, withoutCode } from '../support/features.js';

describe('definition', () => {
  it('leads from a term to its definition in force', () => {
    checkDefinition(
      inCode(`
        The SEC binds Par$0ties and users.
                      ^^^^^^^^^
      `),
      'sec/section-a.sec:24 “Party”',
    );
  });

  it('leads to what the text itself defines, also from the definition', () => {
    checkDefinition(
      inCode(`
        Section D

        D9.5 The DCC shall send a notice (the "Vote Notice").

        D9.6 The Vote Not$0ice shall be short.
                 ^^^^^^^^^^^^^
      `),
      'text.sec:3 “Vote Notice”',
    );
    checkDefinition(
      inCode(`
        Section D

        D9.5 The DCC shall send a notice (the "Vote Not$0ice").
                                               ^^^^^^^^^^^^^
      `),
      'text.sec:3 “Vote Notice”',
    );
  });

  it('leads from a reference to the label of the provision', () => {
    checkDefinition(
      inCode(`
        The SEC says so in Section D9$0.4.
                           ^^^^^^^^^^^^^^
      `),
      'sec/section-d.sec:31 “D9.4”',
    );
    checkDefinition(
      inCode(`
        The SEC says so in Section D1.2(b)($0ii).
                           ^^^^^^^^^^^^^^^^^^^^^
      `),
      'sec/section-d.sec:15 “(ii)”',
    );
    checkDefinition(
      inCode(`
        The SEC says so in clause 15.5(b) of Append$0ix AB.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `),
      'sec/appendix-ab.sec:11 “(b)”',
    );
  });

  it('leads from each member of a list to its own provision', () => {
    checkDefinition(
      inCode(`
        The SEC says so in Sections D1, D9$0.1 and D10.
                                        ^^^^^^
      `),
      'sec/section-d.sec:23 “D9.1”',
    );
  });

  it('leads to what a draft inserts before the Code', () => {
    checkDefinition(
      inCode(`
        ---
        modification: SECMP0023
        ---
        Section D

        {++D9.5 The Panel shall act.++}

        D9.6 The Panel acts under Section D9$0.5.
                                  ^^^^^^^^^^^^^^
      `),
      'text.sec:6 “D9.5”',
    );
  });

  it('leads to each of several provisions that answer', () => {
    checkDefinition(
      withoutCode(`
        //- sec/section-d.sec
        ---
        part: Section D
        ---
        D1.1 The Panel shall act.

        //- sec/section-d-again.sec
        ---
        part: Section D
        ---
        D1.1 The Panel shall wait.

        //- paper.sec
        The SEC says so in Section D1$0.1.
                           ^^^^^^^^^^^^^^
      `),
      'sec/section-d.sec:4 “D1.1”',
      'sec/section-d-again.sec:4 “D1.1”',
    );
  });

  it('leads to a paragraph that stands inside a line', () => {
    checkDefinition(
      withoutCode(`
        1. The matter is (a) short, or (b) long.

        2. It follows from paragraph 1($0b).
                           ^^^^^^^^^^^^^^^^
      `),
      'text.sec:1 “(b)”',
    );
  });

  it('leads to a generated page where only facts know the thing', () => {
    checkDefinition(
      withoutCode(`
        The SEC asks for each Widget$0 Report.
                              ^^^^^^^^^^^^^^^
      `),
      'page {"kind":"name","id":"Widget Report"}',
    );
    checkDefinition(
      withoutCode(`
        The SEC says so in Section D$01.2.
                           ^^^^^^^^^^^^^^
      `),
      'page {"kind":"part","id":"D","provision":"D1.2"}',
    );
    checkDefinition(
      withoutCode(`
        The SEC names the RP$0D twice.
                          ^^^^^
      `),
      'page {"kind":"part","id":"Appendix AB"}',
    );
    checkDefinition(
      withoutCode(`
        The SEC names WTS v$01.0 twice.
                      ^^^^^^^^^^
      `),
      'page {"kind":"name","id":"WTS"}',
    );
    checkDefinition(
      withoutCode(`
        The Panel reads SECMP$0-23 first.
                        ^^^^^^^^^^
      `),
      'page {"kind":"modification","id":"SECMP0023"}',
    );
  });

  it('leads nowhere from what is missing, not known or nothing', () => {
    checkDefinition(inCode('\nThe SEC says so in Section D9.4$04.\n'));
    checkDefinition(withoutCode('The SEC says so in Schedule 7$07.\n'));
    checkDefinition(withoutCode('The Panel reads SECMP0$0007 first.\n'));
    checkDefinition(inCode('\nThe Panel shall me$0et.\n'));
  });

  it('asks about the same characters as hover, at every place of a text', () => {
    const workspace = inCode(`
        Section D

        D9.5 The Panel and each Par{--son--}{++ty’s++} agent act under Section D9.4 (Report to the Authority), SECMP0023, WTS v1.0
        and Sections D1.1 to D1.3 (the "Vote Notice").$0
      `);
    const view = workspace.view();
    for (let offset = 0; offset <= view.document.reading.text.length; offset++) {
      const found = definition(view, offset);
      if (!found) continue;
      const shown = hover(view, offset);
      assert.deepEqual(
        [shown?.span.start, shown?.span.end],
        [found.origin.start, found.origin.end],
        `at ${offset}`,
      );
    }
  });
});
