import assert from 'node:assert/strict';
import { checkFindings, checkSilent, listFindings } from '../support/findings.js';

describe('invalid-date', () => {
  it('finds a day that no calendar has', () => {
    const [finding] = checkFindings(`
        It begins on 30 February 2018, 31st June 2019 or 29 February 2019.
                     ^^^^^^^^^^^^^^^^ invalid-date warning
                                       ^^^^^^^^^^^^^^ invalid-date warning
                                                         ^^^^^^^^^^^^^^^^ invalid-date warning
      `);
    assert.match(finding?.message ?? '', /“30 February 2018” is no date: that month has 28 days/);
  });

  it('finds a year that cannot be meant', () => {
    const [finding] = checkFindings(`
        It ends on 31st October 2916 or 1 May 0219.
                   ^^^^^^^^^^^^^^^^^ invalid-date warning
                                        ^^^^^^^^^^ invalid-date warning
      `);
    assert.match(finding?.message ?? '', /the year 2916 cannot be meant/);
  });

  it('finds a date in figures that does not exist in British order', () => {
    const [finding] = checkFindings(`
        It begins on 04/26/2019, 31/06/2019 or 30/02/18.
                     ^^^^^^^^^^ invalid-date warning
                                 ^^^^^^^^^^ invalid-date warning
                                               ^^^^^^^^ invalid-date warning
      `);
    assert.match(finding?.message ?? '', /there is no month 26/);
  });

  it('finds a date in figures with a sign missing or too many', () => {
    checkFindings(`
        It begins on 03/012019 or 12/0102/2019.
                     ^^^^^^^^^ invalid-date warning
                                  ^^^^^^^^^^^^ invalid-date warning
      `);
  });

  it('finds an ordinal with the wrong ending', () => {
    const [finding] = checkFindings(`
        It begins on 31th October 2018 or 2st May 2019.
                     ^^^^^^^^^^^^^^^^^ invalid-date warning
                                          ^^^^^^^^^^^^ invalid-date warning
      `);
    assert.match(finding?.message ?? '', /written 31st/);
  });

  it('finds abbreviated months, and a date over a line break', () => {
    checkFindings(`
        It begins on 31 Sept 2019 or 31 Nov. 2019.
                     ^^^^^^^^^^^^ invalid-date warning
                                     ^^^^^^^^^^^^ invalid-date warning
      `);
    assert.deepEqual(listFindings('It begins on 30\nFebruary 2018.\n'), [
      'invalid-date warning “30\nFebruary 2018”',
    ]);
  });

  it('finds a wrong date in the text as proposed, not in what is deleted', () => {
    checkFindings(`
        It begins on {--30 February 2018--}{++31 April 2019++}.
                                              ^^^^^^^^^^^^^ invalid-date warning
      `);
  });

  it('is silent for days that exist, in every form', () => {
    checkSilent(
      'It begins on 28 October 2018, 1st April 2016, 2nd May 2019, 3rd of June 2019, 11th, 12th and 13th July 2019, ' +
        '29 February 2020, 28/10/18, 30/09/2016, 5/1/19, Nov’19, June 2019 or 1 Jan 2020.\n',
    );
  });

  it('is silent for other figures with strokes', () => {
    checkSilent(
      'It holds 24/7 for the years 2018/19 and 2018/2019, at 3/4 of the price, under S.I. 2014/2340, on 10/100/1000 networks ' +
        'and at https://example.org/2019/31/31/2019 for case 14/123456.\n',
    );
  });

  it('is silent for a month without a day, and for words that only look like a month', () => {
    checkSilent('It begins in May 2019; 31 Marchers 2019 came. Release 2.0 May 2019 and 99 June bugs.\n');
  });
});
