import assert from 'node:assert/strict';
import { references } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `text | kind | target` of all references of a text but the first. */
function findBehindFirst(source: string): string[] {
  return references(openFixture(source, catalogue).view()).slice(1);
}

describe('items below a line that says what is changed', () => {
  it('are of the clause that it names', () => {
    assert.deepEqual(
      findBehindFirst(
        '1. In Section H5.3:\n\n(a) in paragraph (b), omit “or”; and\n\n(b) after paragraph (d) insert:\n\n“(e) see paragraph (a).”\n',
      ),
      [
        'paragraph (b) | section | H5.3(b)',
        'paragraph (d) | section | H5.3(d)',
        'paragraph (a) | section | H5.3(a)',
      ],
    );
  });

  it('are of the Schedule that it names, and its Part', () => {
    assert.deepEqual(findBehindFirst('1. In Schedule 5—\n\n(a) in paragraph 2.1(a), omit “and”.\n'), [
      'paragraph 2.1(a) | schedule | Schedule 5/2.1(a)',
    ]);
    assert.deepEqual(findBehindFirst('1. In Part A of Schedule 4, in paragraph 2 omit “it”.\n'), [
      'paragraph 2 | schedule | Schedule 4/Part A/2',
    ]);
  });

  it('but not what stands behind them', () => {
    assert.deepEqual(
      findBehindFirst(
        'Note\n\n1. In Section H5.3:\n\n(a) omit “or”;\n\n(b) omit “it”.\n\n2. See paragraph (b) of paragraph 1.\n',
      ),
      ['paragraph (b) of paragraph 1 | paragraph | #1(b)'],
    );
  });

  it('nor what a list of definitions is for', () => {
    const text =
      'SCHEDULE 9\nFINANCE\nPart A – Reports\n1. In this Schedule:\n\n“Report” means that of paragraph 2.\n\n2. It is sent.\nPart B – Rest\n1. Pay.\n2. Send.\n';
    assert.deepEqual(findBehindFirst(text), ['paragraph 2 | schedule | Schedule 9/Part A/2']);
  });

  it('nor those of a line that orders no change', () => {
    assert.deepEqual(
      findBehindFirst('1. In Schedule 5, the Panel has a duty under paragraph 2.\n\n2. It ends.\n'),
      ['paragraph 2 | paragraph | #2'],
    );
  });
});
