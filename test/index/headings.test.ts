import assert from 'node:assert/strict';
import { headingForm, headingsOf } from '../../server/src/index/provisionHeadings.js';
import { parseProvisionId } from '../../server/src/model/provisionId.js';
import { openFixture, syntheticCatalogue } from '../support/workspace.js';

const catalogue = syntheticCatalogue();

/** The headings that may stand in brackets behind a reference, those from facts alone with a `*`. */
function headings(source: string, name: string): string[] {
  const id = parseProvisionId(name);
  assert.ok(id);
  return headingsOf(openFixture(source, catalogue).view(), id).map(({ words, atHand }) =>
    atHand ? words : `${words}*`,
  );
}

const text = `//- sec/d.sec
SECTION D: CHANGING THE RULES
D1 RAISING A CHANGE
Who Raises It
D1.1 Any firm may raise it.
D1.2 Any person may raise it:
(a) in words.
What It Says
D1.3 It says why.
`;

describe('headings of provisions', () => {
  it('a clause has its side heading and the heading of its sub-section', () => {
    assert.deepEqual(headings(text, 'D1.1'), ['Who Raises It', 'RAISING A CHANGE', 'How to Propose*']);
    assert.deepEqual(headings(text, 'D1.3').slice(0, 1), ['What It Says']);
  });

  it('clauses share a side heading, and so do the paragraphs of one', () => {
    assert.ok(headings(text, 'D1.2').includes('Who Raises It'));
    assert.ok(headings(text, 'D1.2(a)').includes('Who Raises It'));
    assert.ok(!headings(text, 'D1.3').includes('Who Raises It'));
  });

  it('facts add what a provision is known to have been called', () => {
    assert.deepEqual(headings('The board wrote.', 'D'), ['Changing the Rules*']);
    assert.deepEqual(headings('The board wrote.', 'D1.2'), ['Who may Propose*', 'How to Propose*']);
    assert.deepEqual(headings('The board wrote.', 'Appendix AB'), ['Request Processing Document*', 'RPD*']);
    assert.deepEqual(headings('The board wrote.', 'Appendix AB/15.5'), []);
  });

  it('are compared without case, dashes, punctuation, & and quotation marks', () => {
    const forms = [
      'Forecasts & Orders',
      'FORECASTS AND ORDERS',
      'Forecasts – and ‘Orders’',
      ' Forecasts, and orders.',
    ];
    assert.equal(new Set(forms.map(headingForm)).size, 1);
    assert.notEqual(headingForm('Forecasts'), headingForm('Forecast'));
  });
});
