import assert from 'node:assert/strict';
import { checkFindings, checkNo } from '../support/findings.js';

const list = (rows: string): string => `
  Section A

  Insert the following definitions:

  ${rows}

  Section D

  D1.5 The Black Book, the Blue Book and the Green Book are books.
`;

describe('circular-definition', () => {
  it('finds two terms that only mean one another, at the later one', () => {
    const [finding] = checkFindings(
      list(`Black Book	means the Blue Book.
  Blue Book	means a Black Book.
  ^^^^^^^^^ circular-definition warning
  Green Book	means a book.`),
    );
    assert.match(finding?.message ?? '', /“Blue Book” → “Black Book” → “Blue Book”/);
    assert.equal(finding?.related.length, 1);
  });

  it('finds a circle of three, and a term that means itself', () => {
    checkFindings(
      list(`Black Book	has the same meaning as Blue Book.
  Blue Book	means the Green Book.
  Green Book	means any Black Book.
  ^^^^^^^^^^ circular-definition warning`),
    );
    checkFindings(
      list(`Black Book	means the Black Book.
  ^^^^^^^^^^ circular-definition warning
  Blue Book	means a book.
  Green Book	means a book.`),
    );
  });

  it('finds a circle of “has the meaning given” over two Sections, in both', () => {
    checkFindings(`
      //- sec/section-a.sec
      SECTION A: DEFINITIONS

      A1 DEFINITIONS

      A1.1 In this Code, the following expressions have the meanings set out beside them:

      Term	Meaning
      Black Book	has the meaning given to that expression in Section E1.1.
      ^^^^^^^^^^ circular-definition warning

      //- sec/section-e.sec
      SECTION E: BOOKS

      E1 BOOKS

      E1.1 The following expressions have the meanings set out beside them:

      Term	Meaning
      Black Book	has the meaning given to that expression in Section A1.1.
      ^^^^^^^^^^ circular-definition warning
    `);
  });

  it('is silent for mutual mention, for chains that end, and for a pointer to a real definition', () => {
    checkNo(
      'circular-definition',
      list(`Black Book	means a Blue Book that is black.
  Blue Book	means a Black Book, or a book that is blue.
  Green Book	means the Black Book.`),
    );
    checkNo(
      'circular-definition',
      `
      //- sec/section-a.sec
      SECTION A: DEFINITIONS

      A1 DEFINITIONS

      A1.1 In this Code, the following expressions have the meanings set out beside them:

      Term	Meaning
      Black Book	has the meaning given to that expression in Section E1.1.

      //- sec/section-e.sec
      SECTION E: BOOKS

      E1 BOOKS

      E1.1 A Party may keep a book as Section A1.1 says (the "Black Book").
    `,
    );
  });
});
