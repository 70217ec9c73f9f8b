import assert from 'node:assert/strict';
import {
  daysInMonth,
  formatDay,
  isPlausibleDay,
  monthNumber,
  parseDay,
} from '../../server/src/model/calendar.js';

describe('calendar days', () => {
  it('months are read by name, short or long', () => {
    assert.equal(monthNumber('January'), 1);
    assert.equal(monthNumber('Sept.'), 9);
    assert.equal(monthNumber('nov'), 11);
    for (const word of ['Ja', 'Novem', 'Marching', '']) assert.equal(monthNumber(word), undefined, word);
  });

  it('a day that does not exist is not plausible', () => {
    assert.ok(isPlausibleDay({ year: 2016, month: 2, day: 29 }));
    assert.ok(!isPlausibleDay({ year: 2018, month: 2, day: 29 }));
    assert.ok(!isPlausibleDay({ year: 2916, month: 10, day: 31 }));
    assert.ok(!isPlausibleDay({ year: 2018, month: 13, day: 1 }));
    assert.ok(!isPlausibleDay({ year: 2018, month: 4, day: 0 }));
  });

  it('every day of a leap year comes back from its written form', () => {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysInMonth(2020, month); day++) {
        const written = { year: 2020, month, day };
        assert.deepEqual(parseDay(formatDay(written)), written);
      }
    }
    for (const text of ['2020-02-30', '2020-2-3', '20200203', 'today', '2020-02-03T00:00']) {
      assert.equal(parseDay(text), undefined, text);
    }
  });
});
