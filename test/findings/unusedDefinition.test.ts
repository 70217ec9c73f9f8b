import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

describe('unused-definition', () => {
  it('finds a definition that a draft adds and nothing uses', () => {
    const [finding] = checkFindings(
      withCode(`
        Section A

        Insert the following definitions:

        Blue Book	means a book that is blue.
        Red Book	means a book that is red; a Red Book has pages.
        ^^^^^^^^ unused-definition hint

        Section D

        D9.5 The Panel shall keep the Blue Book.
      `),
    );
    assert.match(
      finding?.message ?? '',
      /^Nothing uses “Red Book”: neither this modification’s text nor the 3 parts of the Code/,
    );
  });

  it('finds it where no Code is at hand and the instruction says that it is new', () => {
    checkFindings(`
        Section A

        Insert the following definition:

        Red Book	means a book that is red.
        ^^^^^^^^ unused-definition hint
      `);
  });

  it('is silent where another definition, another draft or the Code uses it, in any number', () => {
    checkSilent(`
      //- sec/section-e.sec
      SECTION E: BOOKS

      E1 BOOKS

      E1.1 A book may be a Red Book.

      //- SECMP0001-a.sec
      Section A

      Insert the following definitions:

      Blue Book	means a book that is blue.
      Green Book	means a Blue Book with a green cover.
      Red Book	means a book that is red.

      //- SECMP0001-b.sec
      Section D

      D9.5 All Green Books are kept.
    `);
  });

  it('is silent for a name of which the abbreviation is used', () => {
    checkSilent(
      withCode(`
        Section A

        Insert the following definitions:

        Old Books Board (OBB)	means a board of old books.

        Section D

        D9.5 The Panel shall keep the OBB.
      `),
    );
  });

  it('is silent for what the Code defines already, for what goes, and in the Code and papers', () => {
    checkNo(
      'unused-definition',
      withCode(`
        Section A

        Amend the following definitions:

        Export Supplier	means a Supplier that buys.

        Delete the following definitions:

        Red Book	means a book that is red.
      `),
    );
    checkNo(
      'unused-definition',
      `
      Amend the definitions of Section A:

      Term	Meaning
      Red Book	means a book that is red.
    `,
    );
  });
});
