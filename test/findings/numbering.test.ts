import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, listFindings, withCode } from '../support/findings.js';

describe('numbering', () => {
  it('finds a clause number that is skipped, at the clause behind the gap', () => {
    const [finding] = checkFindings(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds.

      E1.2 The second holds.

      E1.4 The fourth holds.
      ^^^^ numbering warning

      E1.5 The fifth holds.
    `);
    assert.match(finding?.message ?? '', /^E1.4 follows E1.2: E1.3 is missing\./);
    assert.equal(finding?.related.length, 1);
  });

  it('finds the letter that a list lost before (i), and a clause lost behind a page header', () => {
    const list = [...'abcdefgijk'].map((letter) => `(${letter}) the ${letter} thing;`).join('\n');
    assert.deepEqual(listFindings(`1. Rules\n\n1.1 Each keeps:\n${list}\n`), ['numbering warning “(i)”']);
    assert.deepEqual(
      listFindings(
        '//- sec/section-e.sec\nSECTION E: EXAMPLES\n\nE1 FIRST\n\nE1.1 The first holds.\n\nSection E\nPage 2 of 9\n\nE1.3 The third holds.\n',
      ),
      ['numbering warning “E1.3”'],
    );
  });

  it('finds the letter that a list lost beside one that was put in', () => {
    const list = ['a', 'b', 'ba', 'd', 'e'].map((letter) => `(${letter}) the ${letter} thing;`).join('\n');
    assert.deepEqual(listFindings(`1. Rules\n\n1.1 Each keeps:\n${list}\n`), ['numbering warning “(d)”']);
  });

  it('finds one wrong number among right ones, and mends it', () => {
    checkFindings(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds.

      E1.3 The second holds.
      ^^^^ numbering warning -> E1.2

      E1.3 The third holds.

      E2 SECOND

      E2.2 The first holds.
      ^^^^ numbering warning -> E2.1

      E2.2 The second holds.

      E4 THIRD
      ^^ numbering warning

      E4.1 The first holds.
    `);
  });

  it('finds a number that comes twice, and one that comes too late', () => {
    checkFindings(`
      1. The first holds.

      1.1 It does.

      1.2 It still does.

      1.2 It goes on.
      ^^^ numbering warning -> 1.3

      1.4 It ends.

      2. The second holds.

      2.1 It does.

      2.2 It still does.

      2.1 It does so again.
      ^^^ numbering warning -> 2.3

      2.4 It ends.
    `);
  });

  it('finds a list that jumps, in every style', () => {
    checkFindings(`
      1. The first holds for:
          (a) one;
          (b) two:
              (i) small;
              (ii) large;
              (iv) huge; and
              ^^^^ numbering warning
              (v) none;
          (d) four; and
          ^^^ numbering warning
          (e) five.

      2. The second holds for:
          a) one;
          c) two; and
          ^^ numbering warning -> b)
          c) three.

      3. The third holds for:
          (A) one; and
          (C) two.
          ^^^ numbering warning -> (B)
    `);
  });

  it('finds a label that comes twice, and takes no new list for it', () => {
    checkFindings(`
      1. The first holds for:
          (a) one;
          (a) two; and
          ^^^ numbering warning -> (b)
          (c) three.

      2. The second holds for:
          (a) one; and
          (a) two.
          ^^^ numbering warning -> (b)

      3. The third holds for:

      a) one;

      c) two; or
      ^^ numbering warning

      d) three.
    `);
  });

  it('finds it among numerals, in small words and among the first numbers of a paper', () => {
    checkFindings(`
      1. The first holds for:
          (a) one; and
          (b) two:
              (i) small;
              (ii) large;
              (ii) huge; and
              ^^^^ numbering warning -> (iii)
              (iv) none.

      2. The second holds for:

      2.1 one;

      2.3 three; and
      ^^^ numbering warning

      2.4 four.

      2. The third holds.
      ^ numbering warning -> 3

      4. The fourth holds.
    `);
  });

  it('takes “to” behind a label for its words, not for a range', () => {
    checkFindings(`
      1. A firm is asked:
          (a) to read;
          (c) to write; and
          ^^^ numbering warning -> (b)
          (c) to ask.
    `);
  });

  it('finds a list of new words in a draft that jumps', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) read;
            (b) write; and
            (d) ask.
            ^^^ numbering warning -> (c)
      `),
    );
  });

  it('finds a clause that is skipped below a provision that a draft adds', () => {
    checkFindings(
      withCode(`
        Section D

        D11 COSTS

        D11.1 The Panel shall pay.

        D11.3 The Panel shall ask.
        ^^^^^ numbering warning
      `),
    );
  });

  it('is silent in a draft’s extract', () => {
    checkSilent(
      withCode(`
        Section D

        D9.2 The Panel shall pay.

        D9.6 The Panel shall ask:
            (b) each Party; and
            (d) each User.
      `),
    );
  });

  it('is silent for numbers that are kept, put between, or begin again', () => {
    checkSilent(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds for:
          (a) one;
          (aa) one and a half;
          (b) two;
          (ba) two and a half;
      and then for:
          (c) three; and
          (d) four,
      and fails for:
          (a) five; and
          (b) six.

      E1.2 Not used.

      E1.2A The other holds.

      E1.2B The next holds.

      E1.3 – E1.5 [Not used]

      E1.6 The sixth holds:
          (h) as it does;
          (i) as it does;
          (j) as it does.

      E2 SECOND

      E2.1 The first holds.
    `);
  });

  it('is silent for (i) behind (h), and for numerals below it', () => {
    checkSilent(`
      1. It holds for:
          (a) one;
          (b) two;
          (c) three;
          (d) four;
          (e) five;
          (f) six;
          (g) seven;
          (h) eight:
              (i) small; and
              (ii) large;
          (i) nine; and
          (j) ten.
    `);
  });

  it('is silent for an extract of the Code, contents, detached labels and words that hold the number', () => {
    checkSilent(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds.

      E9 NINTH

      E9.4 The fourth holds.

      E9.8 The eighth holds.
    `);
    checkNo(
      'numbering',
      `
      1. It holds for
      (a) (b) (c)
      one; two; three;
      (d) four.

      2. It holds for (a) one and (b) two of paragraphs (a) and
      (c) above, in that order.

      3. It holds for:
          (a) one; (b) two; and
          (c) three.
    `,
    );
  });

  it('is silent for an address before the first number, and for inner sequences', () => {
    checkNo(
      'numbering',
      `
      1 Long Street,
      London

      1. It is a letter.

      2. It goes on:

      1. one;

      2. two.

      3. It ends.
    `,
    );
  });

  it('is silent for what an item puts into another list', () => {
    checkNo(
      'numbering',
      '1. In Section H5.3:\n\n(a) omit “or”; and\n\n(b) after paragraph (d), insert a new paragraph as follows:\n\n(e) the list.\n',
    );
  });
});
