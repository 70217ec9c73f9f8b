import assert from 'node:assert/strict';
import { formatNumberWords, parseNumberWords } from '../../server/src/model/numberWords.js';
import { checkFindings, checkSilent, listFindings, withCode } from '../support/findings.js';

describe('number-words', () => {
  it('finds words and figures that disagree, and mends either', () => {
    const [finding] = checkFindings(
      withCode(`
        The Panel shall answer within ten (12) Working Days.
                                      ^^^^^^^^ number-words warning -> ten (10) | twelve (12)
      `),
    );
    assert.match(finding?.message ?? '', /^The words say 10 and the figure 12: “ten \(12\)”/);
  });

  it('reads a number whose figure stands at the head of the next line', () => {
    assert.deepEqual(
      listFindings(
        'The Panel met for a second time and its members sat for forty\n(14) minutes and no more.',
      ),
      ['number-words warning “forty\n(14)”'],
    );
  });

  it('reads numbers of several words, with hyphens, “and” and commas', () => {
    checkFindings(`
      Keep it for one hundred and twenty (150) days.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ number-words warning -> one hundred and twenty (120) | one hundred and fifty (150)
      Keep it for twenty-one (12) days.
                  ^^^^^^^^^^^^^^^ number-words warning -> twenty-one (21) | twelve (12)
      Pay two thousand (2,500) in all.
          ^^^^^^^^^^^^^^^^^^^^ number-words warning -> two thousand (2,000) | two thousand five hundred (2,500)
      Thirty (13) days are enough.
      ^^^^^^^^^^^ number-words warning -> Thirty (30) | Thirteen (13)
      Between five and ten (11) days.
                       ^^^^^^^^ number-words warning -> ten (10) | eleven (11)
    `);
  });

  it('reads a share and an amount behind its unit', () => {
    checkFindings(`
      At least fifty per cent (51%) of all votes.
               ^^^^^^^^^^^^^^^^^^^^ number-words warning -> fifty per cent (50%) | fifty-one per cent (51%)
      A fee of ten pounds (£100) each.
               ^^^^^^^^^^^^^^^^^ number-words warning -> ten pounds (£10) | one hundred pounds (£100)
    `);
  });

  it('is silent where they agree', () => {
    checkSilent(`
      Within ten (10) days, thirty (30) days, one hundred and twenty (120) days, twenty one (21) days, a hundred (100) days,
      a dozen (12) boxes, one million (1,000,000) lines, fifty per cent (50%), ten pounds (£10) and nil (0).
    `);
  });

  it('is silent for list labels, provisions, years and brackets that hold more', () => {
    checkSilent(`
      The first of the two (1) is kept, and the other (2) is sent. See paragraph two (3). It began in nineteen ninety (1990) and
      ended in two thousand and nineteen (2019). It has three (or 4) parts, four (a) to (c), the second (3) and someone (7).
    `);
    checkSilent('Choose one of two: (1) a box; or (2) a bag.\n');
  });
});

describe('numbers in words', () => {
  it('are read and written alike', () => {
    for (const value of [
      0, 1, 10, 13, 20, 21, 99, 100, 101, 120, 999, 1000, 1001, 1100, 2500, 120_000, 1_000_001,
    ]) {
      const words = formatNumberWords(value);
      assert.equal(parseNumberWords(words.split(/[ -]/)), value, words);
    }
  });

  it('are none where the words are several numbers', () => {
    for (const words of [
      'five and ten',
      'nineteen ninety',
      'one two',
      'hundred',
      'and',
      'two hundred and',
      'ten hundred thousand million thousand',
    ])
      assert.equal(parseNumberWords(words.split(' ')), undefined, words);
  });
});
