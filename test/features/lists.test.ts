import assert from 'node:assert/strict';
import { listReferences } from '../../server/src/features/listReferences.js';
import { listTerms } from '../../server/src/features/listTerms.js';
import { inCode, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** Checks all references of a fixture: each is underlined with its kind, target and what it resolves to. */
function checkReferences(workspace: TestWorkspace): void {
  const { document } = workspace.view();
  const file = workspace.fixture.files.at(-1);
  assert.deepEqual(
    listReferences(workspace.view()).map(({ span, kind, target, through, resolved }) => {
      const { start, end } = document.reading.toFileSpan(span);
      const ends = through === undefined ? target : `${target} to ${through}`;
      return `${start} “${document.text.slice(start, end)}” ${kind} ${ends} ${resolved}`;
    }),
    file?.ranges
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, text, label }) => `${start} “${text}” ${label}`),
  );
}

/** Checks all uses of terms: each is underlined with the term and what defines it. */
function checkUses(workspace: TestWorkspace): void {
  const { document } = workspace.view();
  const file = workspace.fixture.files.at(-1);
  assert.deepEqual(
    listTerms(workspace.view()).uses.map(({ span, term, site, fact }) => {
      const { start, end } = document.reading.toFileSpan(span);
      const by = site ? site.document.uri : `fact ${fact}`;
      return `${start} “${document.text.slice(start, end)}” ${term} by ${by}`;
    }),
    file?.ranges
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, text, label }) => `${start} “${text}” ${label}`),
  );
}

describe('the list of references', () => {
  it('holds every reference with its canonical target and what it resolves to', () => {
    checkReferences(
      inCode(`
        See Section D9.4, SEC D1.2(b), Section D9.44 and RPD clause 15.5(a).
            ^^^^^^^^^^^^ section D9.4 found
                          ^^^^^^^^^^^ section D1.2(b) found
                                       ^^^^^^^^^^^^^ section D9.44 missing
                                                         ^^^^^^^^^^^^^^^^^^ appendix Appendix AB/15.5(a) found

        See Sections D9.1 to D9.4, Schedule 11 and Annex C of this letter.
            ^^^^^^^^^^^^^ section D9.1 to D9.4 found
                             ^^^^ section D9.4 found
                                   ^^^^^^^^^^^ schedule Schedule 11 found
                                                   ^^^^^^^ annex Annex C not-checked
      `),
    );
  });

  it('holds modifications and cited versions beside provisions, in text order', () => {
    checkReferences(
      inCode(`
        See SECMP0023, SECMP-7, SECMP0031, WTS v1.0, v1.7 and Section D9 too.
            ^^^^^^^^^ modification SECMP0023 found
                       ^^^^^^^ modification SECMP0007 missing
                                ^^^^^^^^^ modification SECMP0031 not-checked
                                           ^^^^^^^^ document WTS v1.0 found
                                                     ^^^^ document WTS v1.7 not-checked
                                                              ^^^^^^^^^^ section D9 found
      `),
    );
  });

  it('takes a draft’s own modification as found', () => {
    checkReferences(
      inCode(`
        ---
        modification: SECMP0007
        ---
        Section D

        D9.5 This clause is changed by SECMP0007 alone.
                                       ^^^^^^^^^ modification SECMP0007 found
      `),
    );
  });

  it('checks nothing below what the facts list', () => {
    checkReferences(
      withoutCode(`
        See Section D1, Section D1.2, Section D1.3, Section D7 and Schedule 77.
            ^^^^^^^^^^ section D1 found
                        ^^^^^^^^^^^^ section D1.2 found
                                      ^^^^^^^^^^^^ section D1.3 not-checked
                                                    ^^^^^^^^^^ section D7 not-checked
                                                                   ^^^^^^^^^^^ schedule Schedule 77 missing
      `),
    );
  });

  it('checks a paper’s own numbers when it has any', () => {
    checkReferences(
      withoutCode(`
        1. See paragraph 2 and paragraph 9.
               ^^^^^^^^^^^ paragraph #2 found
                               ^^^^^^^^^^^ paragraph #9 missing

        2. See Section D9.4 of the SEC.
               ^^^^^^^^^^^^ section D9.4 not-checked
      `),
    );
  });

  it('gives the places of what was found', () => {
    const [reference] = listReferences(inCode('\nSee Section D9.4.\n').view());
    assert.deepEqual(
      reference?.sites.map(({ document, provision }) => [document.uri, provision.key]),
      [['sec/section-d.sec', 'D9.4']],
    );
  });
});

describe('the list of terms', () => {
  it('holds every use with the definition in force', () => {
    checkUses(
      inCode(`
        The Panel asks all Parties and each Network Party’s Registered Supplier Agent.
            ^^^^^ Panel by sec/section-a.sec
                           ^^^^^^^ Party by sec/section-a.sec
                                            ^^^^^^^^^^^^^ Network Party by sec/section-a.sec
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ Registered Supplier Agent by sec/section-a.sec
      `),
    );
  });

  it('names the fact where no text at hand defines the term, and leaves bodies out', () => {
    checkUses(
      withoutCode(`
        Under the SEC the Widget Reports, the WGR and the WTS go to the Widget Office.
                          ^^^^^^^^^^^^^^ Widget Report by fact Widget Report
                                              ^^^ WGR by fact Widget Report
                                                          ^^^ WTS by fact WTS
      `),
    );
  });

  it('holds no use inside a definition’s own term, a reference, deleted words or quoted titles', () => {
    checkUses(
      inCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Panel Chair\tmeans the head of the Panel.
                                          ^^^^^ Panel by sec/section-a.sec

        Section D

        D9.5 The Panel Chair acts under Section D9.4 (Report to the Authority){-- of each Party--}.
                 ^^^^^^^^^^^ Panel Chair by text.sec
      `),
    );
  });

  it('holds definitions with scope and meaning', () => {
    const workspace = inCode(`
        Section D

        D9.5 The DCC sends a notice (the "Vote Notice").

        D9.6 For the purposes of this Section D9.6, the term "Vote Period" means one
        day.

        Appendix AB

        15.7 The DCC rings a bell (the "Vote Bell").
      `);
    const { document } = workspace.view();
    assert.deepEqual(
      listTerms(workspace.view()).definitions.map(({ term, scope, text, span }) => [
        term,
        scope,
        text,
        document.text.slice(span.start, span.end),
      ]),
      [
        ['Vote Notice', 'Code', 'The DCC sends a notice (the "Vote Notice").', 'Vote Notice'],
        ['Vote Period', 'D9.6', 'means one day.', 'Vote Period'],
        ['Vote Bell', 'Appendix AB', 'The DCC rings a bell (the "Vote Bell").', 'Vote Bell'],
      ],
    );
  });

  it('gives a loose paper’s definitions the scope of the document', () => {
    const [definition] = listTerms(
      withoutCode('This letter (the "Widget Letter") is short.\n').view(),
    ).definitions;
    assert.deepEqual([definition?.term, definition?.scope], ['Widget Letter', 'document']);
  });

  it('draws a meaning in a table’s cell together', () => {
    const workspace = inCode(`
        Section A (Definitions)

        Insert the following definitions:

        | Term | Meaning |
        | --- | --- |
        | **Vote Bell** | means:<br>(a) a bell; or<br>(b) a horn \\| whistle. |
      `);
    assert.deepEqual(
      listTerms(workspace.view()).definitions.map(({ term, text }) => [term, text]),
      [['Vote Bell', 'means: (a) a bell; or (b) a horn | whistle.']],
    );
  });
});
