import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, listFindings } from '../support/findings.js';

describe('placeholder', () => {
  it('finds what stands in curly brackets', () => {
    const [finding] = checkFindings(`
        The duty begins on {xx} and ends on { date }, at {●}.
                           ^^^^ placeholder warning
                                            ^^^^^^^^ placeholder warning
                                                         ^^^ placeholder warning
      `);
    assert.match(finding?.message ?? '', /“\{xx\}” is a placeholder that was left in the text: fill it in/);
  });

  it('finds the missing letter or number of a provision together with its name', () => {
    checkFindings(`
        The form is in Annex {x} and Section {x} says how.
                       ^^^^^^^^^ placeholder warning
                                     ^^^^^^^^^^^ placeholder warning
      `);
  });

  it('finds what is to be confirmed', () => {
    checkFindings(`
        The price is [TBC] pounds, [tbd] pence, and [ TBA ] more: [to be confirmed].
                     ^^^^^ placeholder warning
                                   ^^^^^ placeholder warning
                                                    ^^^^^^^ placeholder warning
                                                                  ^^^^^^^^^^^^^^^^^ placeholder warning

        It starts on [date], [insert date] or [●], and ends on [xx] or [...].
                     ^^^^^^ placeholder warning
                             ^^^^^^^^^^^^^ placeholder warning
                                              ^^^ placeholder warning
                                                               ^^^^ placeholder warning
                                                                       ^^^^^ placeholder warning
      `);
  });

  it('finds what is to be confirmed beside the words that say what', () => {
    checkFindings(`
        It starts on [date TBC] and costs [TBC by the DCC].
                     ^^^^^^^^^^ placeholder warning
                                          ^^^^^^^^^^^^^^^^ placeholder warning
      `);
  });

  it('finds three X or more, in either case, alone or behind the letters of an id', () => {
    checkFindings(`
        The sum is XXX, XXXX, xxxx or Xxxx pounds, as SECMPXXXX, SECMPxxxx and DPXXX say.
                   ^^^ placeholder warning
                        ^^^^ placeholder warning
                              ^^^^ placeholder warning
                                      ^^^^ placeholder warning
                                                      ^^^^^^^^^ placeholder warning
                                                                 ^^^^^^^^^ placeholder warning
                                                                               ^^^^^ placeholder warning
      `);
  });

  it('finds a field that Word could not update', () => {
    const [finding] = checkFindings(`
        See Section Error! Reference source not found. and Error! Bookmark not defined.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder warning
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder warning
      `);
    assert.match(finding?.message ?? '', /cross-reference field that Word could not update/);
  });

  it('finds a placeholder that stands over a line break', () => {
    assert.deepEqual(
      listFindings('See Section Error! Reference source\nnot found. for more, or [to be\nconfirmed] it.\n'),
      [
        'placeholder warning “Error! Reference source\nnot found.”',
        'placeholder warning “[to be\nconfirmed]”',
      ],
    );
  });

  it('finds a placeholder inside an insertion, and marks no more than it', () => {
    checkFindings(`
        The price is {++[TBC]++} pounds.
                        ^^^^^ placeholder warning
      `);
  });

  it('is silent for change marks', () => {
    checkSilent('The price is {++ten++}{--xx--} pounds {~~xxx~>and~~} {==no==} pence{>>xxxx or [TBC]?<<}.\n');
  });

  it('is silent for brackets that hold words or labels', () => {
    checkSilent(
      'The price [of a meter] is ten pounds (a) now, [Not used] and [sic]. [1] It may rise [in June].\n',
    );
  });

  it('is silent for roman numerals, and for words and codes that hold an x', () => {
    checkNo('placeholder', 'See parts XX, LXXX and CCLXXXIII; the Axxent XXVI and ABCXX are others. {} {}\n');
  });

  it('is silent in deleted words, code, comments and links', () => {
    checkSilent(
      'The price is {--[TBC]--}ten pounds, `{xx}`, <!-- [TBC] XXXX --> https://example.org/{xx}/XXXX ends.\n',
    );
  });
});
