import assert from 'node:assert/strict';
import { BoundReferences } from '../../server/src/syntax/boundReferences.js';
import { parseInSteps } from '../../server/src/syntax/parseDocument.js';
import { finish } from '../../server/src/text/steps.js';
import { bundledCatalogue } from '../support/workspace.js';

const text = [
  'Section D',
  '',
  'D9.4 Where Section D9.1(a) applies, the Panel shall read:',
  '(a) paragraph (b) below and Sections H1, H2 and H3.22; or',
  '(b) this Section',
  '',
  'D9.5 As in clause 15.5(c) of Appendix AB, nothing follows this Section D9.',
  '',
  'In Section H5.3:',
  '(a) in paragraph (c), omit “or”;',
  '(b) in paragraph (d), omit “it”.',
  '',
].join('\n');

const { lexicon } = await bundledCatalogue();
const [bound] = finish(parseInSteps(text, { lexicon })).stretches;
if (!bound) throw new Error('nothing was read');
const { tree, scans } = bound.stretch;

/** References that nobody has asked for yet. */
function unread(): BoundReferences {
  return new BoundReferences({
    tree,
    scans,
    landmarks: {
      has: () => false,
      isRepeated: () => false,
      paragraphOf: () => undefined,
      clauseOwner: () => undefined,
    },
    isKept: false,
  });
}

describe('references that are read when they are asked for', () => {
  const all = unread().all.map(({ start, target }) => `${start} ${target}`);

  it('are those of the whole stretch, in text order', () => {
    assert.deepEqual(
      unread().all.map(({ target }) => target),
      [
        'D9.1(a)',
        'D9.4(b)',
        'H1',
        'H2',
        'H3.22',
        'D',
        'Appendix AB/15.5(c)',
        'D9',
        'H5.3',
        'H5.3(c)',
        'H5.3(d)',
      ],
    );
  });

  for (let start = 0; start < text.length; start += 17) {
    it(`are the same between ${start} and ${start + 60}, whether all were read before or not`, () => {
      const some = unread().between(start, start + 60);
      const read = unread();
      void read.all;
      const expected = all.filter((each) => {
        const at = Number.parseInt(each, 10);
        return start <= at && at < start + 60;
      });
      assert.deepEqual(
        some.map((one) => `${one.start} ${one.target}`),
        expected,
      );
      assert.deepEqual(
        read.between(start, start + 60).map((one) => `${one.start} ${one.target}`),
        expected,
      );
    });
  }
});
