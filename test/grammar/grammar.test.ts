import assert from 'node:assert/strict';
import { checkScopes } from './checkScopes.js';
import { tokenise } from './tokenise.js';

describe('grammar of legal text', () => {
  describe('structure', () => {
    it('colours front matter at the head of a file only', () =>
      checkScopes(`
---
^^^ punctuation.definition.frontmatter.begin
modification: SECMP0023
^^^^^^^^^^^^ entity.name.tag.frontmatter
              ^^^^^^^^^ constant.other.modification
baseline: "6.12"   # or one for each part
          ^^^^^^ string.quoted.frontmatter
                   ^^^^^^^^^^^^^^^^^^^^^^ comment.line
effective: 2019-04-26
           ^^^^^^^^^^ constant.numeric.date
---
^^^ punctuation.definition.frontmatter.end
modification: SECMP0023
^^^^^^^^^^^^ !entity.name.tag.frontmatter
`));

    it('colours the titles of parts', () =>
      checkScopes(`
SECTION D: MODIFICATION PROCESS
^^^^^^^^^ entity.name.section
           ^^^^^^^^^^^^^^^^^^^^ entity.name.section
Section D – Modification Process
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ markup.heading
Appendix AB (Service Request Processing Document)
^^^^^^^^^^^ entity.name.section
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.section
# Section A
  ^^^^^^^^^ entity.name.section
SCHEDULE 11
^^^^^^^^^^^ markup.heading
Section D9.4 applies to each proposal.
^^^^^^^^^^^^ !markup.heading
Section D: the Panel shall decide.
^^^^^^^^^^ !markup.heading
`));

    it('colours the headings of sub-sections with their numbers', () =>
      checkScopes(`
D9. MODIFICATION PROPOSAL DECISION
^^^ constant.numeric.provision
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.section
D9 Modification Proposal Decision
^^ constant.numeric.provision
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.section
12 GAS SMART METERS
^^ constant.numeric.provision
   ^^^^^^^^^^^^^^^^ entity.name.section
1. We seek views on three changes to the SEC.
^^ constant.numeric.provision
   ^^ !markup.heading
12 The DCC shall send each Command
^^ !markup.heading
## Annex A: Words that would change
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ markup.heading
`));

    it('colours the numbers of clauses', () =>
      checkScopes(`
D9.4 Where the Change Board decides
^^^^ constant.numeric.provision
H14.31A→Until that date
^^^^^^^ constant.numeric.provision
15.5 The DCC sends a copy
^^^^ constant.numeric.provision
2.3.1.7. Each Command
^^^^^^^^ constant.numeric.provision
B1.1 (a) any person
^^^^ constant.numeric.provision
     ^^^ constant.numeric.provision
K1
^^ constant.numeric.provision
D9.4
^^^^ !support.type.reference
`));

    it('colours the labels of list items', () =>
      checkScopes(`
    (a) a Party;
    ^^^ constant.numeric.provision
→(ii)→the Panel
 ^^^^ constant.numeric.provision
a) one bracket
^^ constant.numeric.provision
i. a numeral
^^ constant.numeric.provision
- a bullet
^ punctuation.definition.list.begin
(the Panel) decides
^^^^^^^^^^^ !constant.numeric.provision
`));

    it('colours definition rows with a tab', () =>
      checkScopes(`
Term→Meaning
^^^^^^^^^^^^ markup.bold
Sub GHz Alert→has the meaning given in Section H1.2.
^^^^^^^^^^^^^ entity.name.type.term
                                       ^^^^^^^^^^^^ support.type.reference
D9.4→Where the Change Board decides
^^^^ !entity.name.type.term
`));

    it('colours pipe tables and the terms that they define', () =>
      checkScopes(`
| Term | Meaning |
^ punctuation.separator.table
| --- | --- |
^^^^^^^^^^^^^ punctuation.separator.table
| Alert | means one of:<br>(a) a note under Section F4.3. |
  ^^^^^ entity.name.type.term
                       ^^^^ punctuation.separator.paragraph
                                            ^^^^^^^^^^^^ support.type.reference
| 2.0 | 30/09/2016 \\| none |
  ^^^ !entity.name.type.term
                   ^^ constant.character.escape
`));
  });

  describe('references', () => {
    it('colours a Section with its leading word and its levels', () =>
      checkScopes(`
See Section D9.4 and SEC Section C2.3 (k) and SEC C2.3(h) too.
    ^^^^^^^^^^^^ support.type.reference
                     ^^^^^^^^^^^^^^^^^^^^ support.type.reference
                                              ^^^^^^^^^^^ support.type.reference
In Section Z 1.3, in Section A.1 (Definitions), in This Section D1, in this Section.
   ^^^^^^^^^^^^^ support.type.reference
                     ^^^^^^^^^^^ support.type.reference
                                 ^^^^^^^^^^^^^ !support.type.reference
                                                   ^^^^^^^^^^^^^^^ support.type.reference
                                                                       ^^^^^^^^^^^^ support.type.reference
Under Section G: Security, or Section F5.2(c)(ii)(A).
      ^^^^^^^^^ support.type.reference
                              ^^^^^^^^^^^^^^^^^^^^^^ support.type.reference
`));

    it('colours each member of a list, not what joins them', () =>
      checkScopes(`
Sections H1, H2 and H3.22 apply.
^^^^^^^^^^^ support.type.reference
             ^^ support.type.reference
                ^^^ !support.type.reference
                    ^^^^^ support.type.reference
Section E2.1, E2.2 and Section K, and Section C8.11 – C8.15.
^^^^^^^^^^^^ support.type.reference
              ^^^^ support.type.reference
                       ^^^^^^^^^ support.type.reference
                                      ^^^^^^^^^^^^^ support.type.reference
                                                      ^^^^^ support.type.reference
Appendices A and B differ from paragraphs (a) to (c) below.
^^^^^^^^^^^^ support.type.reference
                 ^ support.type.reference
                               ^^^^^^^^^^^^^^ support.type.reference
                                                 ^^^ support.type.reference
                                                     ^^^^^ !support.type.reference
`));

    it('colours Schedules, Appendices, Annexes, clauses and conditions', () =>
      checkScopes(`
See Schedule 11 of the SEC, SEC Appendix R, clause 15.5(c) of Appendix AB.
    ^^^^^^^^^^^ support.type.reference
                            ^^^^^^^^^^^^^^ support.type.reference
                                            ^^^^^^^^^^^^^^ support.type.reference
                                                              ^^^^^^^^^^^ support.type.reference
See SRPD clause 15.5(c), DUIS clause 3.9.14, Annex C of this letter.
    ^^^^^^^^^^^^^^^^^^^ support.type.reference
                         ^^^^^^^^^^^^^^^^^^ support.type.reference
                                             ^^^^^^^ support.type.reference
See Condition 22 of the DCC Licence, section 6(1A) of the Electricity Act, Part 3 of Appendix J.
    ^^^^^^^^^^^^ support.type.reference
                                     ^^^^^^^^^^^^^ support.type.reference
                                                                           ^^^^^^ support.type.reference
`));

    it('colours a lettered number without a leading word, but no release, version or address', () =>
      checkScopes(`
As L11.5 of the Code says, Release 2.0 and R1.2 are none.
   ^^^^^ support.type.reference
                           ^^^^^^^^^^^ !support.type.reference
                                           ^^^^ !support.type.reference
See https://example.org/D9.4 or write to h1.2@example.org about SEC Party E2E.
    ^^^^^^^^^^^^^^^^^^^^^^^^ markup.underline.link
    ^^^^^^^^^^^^^^^^^^^^^^^^ !support.type.reference
                                         ^^^^^^^^^^^^^^^^ markup.underline.link
                                                                ^^^^^^^^^^^^^ !support.type.reference
`));
  });

  describe('words', () => {
    it('colours a quoted term where it is defined', () =>
      checkScopes(`
by a person (the "Proposer") or a group (each a “Working Group”).
                  ^^^^^^^^ entity.name.type.term
                                                 ^^^^^^^^^^^^^ entity.name.type.term
"Fees" and "Charges" have the meanings given in Section K11.
 ^^^^ entity.name.type.term
            ^^^^^^^ entity.name.type.term
Replace "cubic metres" with "litres" in Section F4.3.
         ^^^^^^^^^^^^ !entity.name.type.term
`));

    it('colours modification ids that are written well', () =>
      checkScopes(`
SECMP0023 became DP072, then MP134A; SECMP022 and SECMP-4 are slips.
^^^^^^^^^ constant.other.modification
                 ^^^^^ constant.other.modification
                             ^^^^^^ constant.other.modification
                                     ^^^^^^^^ !constant.other.modification
                                                  ^^^^^^^ !constant.other.modification
`));

    it('colours versions of documents', () =>
      checkScopes(`
A Device meets GBCS v2.1, SMETS2 v3.0 and SEC Version 6.12.
               ^^^^^^^^^ constant.other.version
                          ^^^^^^^^^^^ constant.other.version
                                          ^^^^^^^^^^^^^^^^ constant.other.version
`));

    it('colours words that oblige or permit, but not the month', () =>
      checkScopes(`
The DCC shall not send it; a User must, a Party may in May.
        ^^^^^^^^^ keyword.other.obligation
                                  ^^^^ keyword.other.obligation
                                                ^^^ keyword.other.obligation
                                                       ^^^ !keyword.other.obligation
`));

    it('marks placeholders as not fit to stay', () =>
      checkScopes(`
within {xx} days, [TBC] pounds, Annex {x}, XXXX and SECMPXXXX, but paragraph (xxx).
       ^^^^ invalid.illegal.placeholder
                  ^^^^^ invalid.illegal.placeholder
                                      ^^^ invalid.illegal.placeholder
                                           ^^^^ invalid.illegal.placeholder
                                                    ^^^^^^^^^ invalid.illegal.placeholder
                                                                              ^^^ !invalid.illegal.placeholder
Section Error! Reference source not found.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid.illegal.placeholder
`));

    it('colours comments and what silences findings', () =>
      checkScopes(`
The DCC <!-- not Section D9.4 --> sends it.
        ^^^^^^^^^^^^^^^^^^^^^^^^^ comment.block.html
                 ^^^^^^^^^^^^ !support.type.reference
<!-- smart-energy-code-disable-next-line placeholder -->
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive
`));

    it('colours emphasis with the references in it', () =>
      checkScopes(`
The **Panel of Section C2.3** and *no one* else.
    ^^^^^^^^^^^^^^^^^^^^^^^^^ markup.bold
               ^^^^^^^^^^^^ support.type.reference
                                  ^^^^^^^^ markup.italic
`));
  });

  describe('change marks', () => {
    it('colours insertions, deletions and replacements', () =>
      checkScopes(`
in cubic metres per {~~second~>hour~~};{++ and++}{-- Section D9.4--}
                    ^^^^^^^^^^^^^^^^^^ markup.changed
                       ^^^^^^ markup.deleted
                               ^^^^ markup.inserted
                                       ^^^^^^^^^^ markup.inserted
                                                 ^^^^^^^^^^^^^^^^^^^ markup.deleted
                                                     ^^^^^^^^^^^^ !support.type.reference
`));

    it('colours what an inserted clause holds', () =>
      checkScopes(`
{++12.4 A User shall follow Section F4.3.++}
   ^^^^ constant.numeric.provision
               ^^^^^ keyword.other.obligation
                            ^^^^^^^^^^^^ support.type.reference
`));

    it('colours comments, with author and date, and highlights', () =>
      checkScopes(`
{==without delay==}{>>Is Section D9.4 meant?<<}{>>@A. Drafter 2026-03-01T09:00:00Z<<}
^^^^^^^^^^^^^^^^^^^ markup.underline.highlight
                      ^^^^^^^^^^^^^^^^^^^^^^ !support.type.reference
                                                  ^^^^^^^^^^^ entity.name.tag.author
                                                              ^^^^^^^^^^^^^^^^^^^^ constant.numeric.date
`));

    it('follows a mark over a line break', () =>
      checkScopes(`
It ends {~~on
           ^^ markup.deleted
the day~>at
^^^^^^^ markup.deleted
         ^^ markup.inserted
noon~~} then.
^^^^ markup.inserted
        ^^^^ !markup.changed
`));

    it('ends a mark that nothing closes at the next empty line', () =>
      checkScopes(`
The Supplier keeps {++a record.
                   ^^^^^^^^^^^^ markup.inserted

The Panel decides.
^^^^^^^^^^^^^^^^^^ !markup.inserted
`));
  });

  it('colours references, modification ids and change marks in Markdown', () =>
    checkScopes(
      `
See Section D9.4 of SECMP0023, {++which++} shall apply.
    ^^^^^^^^^^^^ support.type.reference
                    ^^^^^^^^^ constant.other.modification
                               ^^^^^^^^^^^ markup.inserted
                                           ^^^^^ !keyword.other.obligation
`,
      'text.html.markdown',
    ));

  describe('does not slow down on long lines', () => {
    const pieces = [
      'Section ',
      'D9.4, ',
      '(a) ',
      '"A ',
      'A',
      '(',
      '{++',
      'a@',
      '*a ',
      '1.1 ',
      ' \t',
      'SEC ',
      'x ',
    ];
    for (const piece of pieces) {
      it(`made of ${JSON.stringify(piece)}`, async () => {
        const line = piece.repeat(Math.ceil(20_000 / piece.length));
        // Of the processor, not of the clock: other work on the machine does not count.
        const before = process.cpuUsage();
        await tokenise([line, ` ${line}`, `A${line}`, `| ${line}`, `D9 ${line}`], 'source.sec');
        await tokenise([line], 'text.html.markdown');
        const { user, system } = process.cpuUsage(before);
        assert.ok(user + system < 2e6, `${(user + system) / 1000} ms`);
      });
    }
  });
});
