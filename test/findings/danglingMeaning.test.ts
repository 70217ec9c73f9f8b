import assert from 'node:assert/strict';
import { checkFindings, checkNo, withCode } from '../support/findings.js';

const draft = (row: string): string => `
  Section A

  Insert the following definitions:

  ${row}

  Section D

  D9.5 The Panel shall keep the Red Book, all Red Books and the list.
`;

describe('dangling-meaning', () => {
  it('finds a meaning that is said to stand in a provision at hand, which gives none', () => {
    const [finding] = checkFindings(
      withCode(
        draft(`Red Book	has the meaning given to that expression in Section D10.1 (Appeals & Disputes).
                                                       ^^^^^^^^^^^^^ dangling-meaning error`),
      ),
    );
    assert.match(
      finding?.message ?? '',
      /^“Red Book” is said to have its meaning from D10.1, but D10.1 is at hand/,
    );
    assert.equal(finding?.related[0]?.uri, 'sec/section-d.sec');
  });

  it('finds it in the Code itself, where the words only use the term', () => {
    checkFindings(`
      //- sec/section-a.sec
      SECTION A: DEFINITIONS

      A1 DEFINITIONS

      A1.1 In this Code, the following expressions have the meanings set out beside them:

      Term	Meaning
      Blue Book	has the meaning given to that expression in Section E1.1.
      Green Book	has the meaning given to that expression in Section E1.2.
                                                             ^^^^^^^^^^^^ dangling-meaning error

      //- sec/section-e.sec
      SECTION E: BOOKS

      E1 BOOKS

      E1.1 A Party may keep a book (the "Blue Book").

      E1.2 A Party may read the Green Book and the Blue Book.
    `);
  });

  it('is silent where the provision defines the term: quoted, bold, in a bracket, in a list or below it', () => {
    checkNo(
      'dangling-meaning',
      `
      //- sec/section-a.sec
      SECTION A: DEFINITIONS

      A1 DEFINITIONS

      A1.1 In this Code, the following expressions have the meanings set out beside them:

      Term	Meaning
      Black Books	has the meaning given to that expression in Section E1.1.
      Blue Book	has the meaning given to that expression in Section E1.2.
      Brown Book	has the meaning given to that expression in Section E1.3.
      Gold Book	has the meaning given to that expression in Section E1.4.
      Green Book	has the meaning given to that expression in Section E1.
      Grey Book	has the meaning given to that expression in Section E.
      Pink Book	has the meaning given to that expression in Section E1.5.
      White Book	has the meaning given to that expression in Section E1.6.

      //- sec/section-e.sec
      SECTION E: BOOKS

      E1 BOOKS

      E1.1 A Party may keep a book (each a "Black Book").

      E1.2 A Party may keep a book, which is called the Blue Book.

      E1.3 A Party may keep a book (the **Brown Book**).

      E1.4 A Party may keep:
          (a) a book (a Gold Book); and
          (b) a book (a "Green Book").

      E1.5 A Pink Book means a book that is pink.

      E1.6 A Party may keep a White Book (WB).

      E2 MEANINGS

      Term	Meaning
      Grey Book	means a book that is grey.
    `,
    );
  });

  it('is silent for what is not at hand, and for an extract in a draft', () => {
    checkNo(
      'dangling-meaning',
      withCode(draft('Red Book	has the meaning given to that expression in Section H3.4 (Books).')),
    );
    checkNo(
      'dangling-meaning',
      `
      Section A

      Insert the following definitions:

      Red Book	has the meaning given to that expression in Section D9.

      Section D

      D9 BOOKS

      D9.5 The Panel shall keep the Red Book.
    `,
    );
  });

  it('takes a sentence that says what the term is for its meaning', () => {
    checkNo(
      'dangling-meaning',
      'This Deed is made on 2 May 2019.\n1. “Milestone” has the meaning given in clause 2.\n2. The Milestone is calculated in accordance with clause 3.\n3. Each Milestone counts.\n',
    );
    checkNo(
      'dangling-meaning',
      'This Deed is made on 2 May 2019.\n1. “First Day” has the meaning given in paragraph 2.\n2. The First Day is 29 November 2019.\n3. The First Day counts.\n',
    );
  });
});
