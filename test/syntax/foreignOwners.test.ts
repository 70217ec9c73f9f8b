import assert from 'node:assert/strict';
import { references } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** A test for each example: the words of a sentence, then `text | kind | target` of what they refer to. */
function examples(cases: readonly [string, ...string[]][]): void {
  for (const [words, ...expected] of cases)
    it(`${words} refers to ${expected.length === 0 ? 'nothing' : expected.join('; ')}`, () =>
      assert.deepEqual(
        references(openFixture(`1. The user follows ${words}.\n`, catalogue).view()),
        expected,
      ));
}

describe('numbers of other texts', () => {
  examples([
    ['clause 6.1.3 of BS EN ISO/IEC 27701'],
    ['section 5 of RFC 7159, and Schedule 3 to the MSA'],
    ['clause 4 of the SEC Panel', 'clause 4 | section | #4'],
    [
      'sections 6(1A) and (1C) of the Electricity Act 1989',
      'sections 6(1A) | document | Electricity Act 1989/6(1A)',
      '(1C) of the Electricity Act 1989 | document | Electricity Act 1989/6(1C)',
    ],
    [
      'section 3(10) (as supplemented by section 205(4)) of the Data Protection Act 2018',
      'section 3(10) | document | Data Protection Act 2018/3(10)',
      'section 205(4) | document | Data Protection Act 2018/205(4)',
    ],
    ['the paper SECP_89_1902_07, section 3, and clause 12.4 of Schedule 6.2 of its contract'],
    [
      'Section 88 of the Energy Act 2008 where section 88 was changed, and section 1',
      'Section 88 of the Energy Act 2008 | document | Energy Act 2008/88',
      'section 88 | document | Energy Act 2008/88',
      'section 1 | section | #1',
    ],
    ['the duties (under clause 5) of the board', 'clause 5 | section | #5'],
    [
      'clause 5.3 of the Inventory, Enrolment and Decommissioning Procedures',
      'clause 5.3 of the Inventory, Enrolment and Decommissioning Procedures | appendix | Appendix AC/5.3',
    ],
    [
      'the Inventory, Enrolment and Decommissioning Procedures clause 6.1',
      'Inventory, Enrolment and Decommissioning Procedures clause 6.1 | appendix | Appendix AC/6.1',
    ],
    ['clause 6.1 of the Inventory, and Decommissioning Procedures'],
  ]);
});

describe('the owner of the last of several', () => {
  examples([
    [
      'clause 41.3, clause 52 or Schedule 7.4 of the Original Contract',
      'clause 41.3 | document | Original Contract/41.3',
      'clause 52 | document | Original Contract/52',
      'Schedule 7.4 of the Original Contract | document | Original Contract/Schedule 7.4',
    ],
    [
      'clause 1 and section 12 of the Companies Act 2006',
      'clause 1 | section | #1',
      'section 12 of the Companies Act 2006 | document | Companies Act 2006/12',
    ],
    [
      'section 1(1) or Schedule B1 to the Insolvency Act 1986',
      'section 1(1) | document | Insolvency Act 1986/1(1)',
      'Schedule B1 to the Insolvency Act 1986 | document | Insolvency Act 1986/Schedule B1',
    ],
    ['Schedule 7.4 there, and Schedule B1 to it'],
    ['cl. 9', 'cl. 9 | section | #9'],
  ]);
});

describe('numbers that the text does not have', () => {
  examples([
    [
      'clause 6 of Appendix AC and, in particular, clauses 6.4(c) and 6.5',
      'clause 6 of Appendix AC | appendix | Appendix AC/6',
      'clauses 6.4(c) | appendix | Appendix AC/6.4(c)',
      '6.5 | appendix | Appendix AC/6.5',
    ],
    ['condition 36 of its licence, and in particular paragraphs 36.8 and 36.9'],
    ['sub-paragraph (c) of K4.3', 'sub-paragraph (c) of K4.3 | section | K4.3(c)'],
    ['Annexes A and B to that letter, and Annex C of the first consultation'],
    ['paragraph 2(b) of its Schedule 4'],
    ['section 1 of this response', 'section 1 of this response | section | #1'],
    ['paragraphs 3.5-3.8 of our consultation'],
    ['Annex B to this letter', 'Annex B | annex | Annex B'],
    ['the list in Schedule 5 of what is due', 'Schedule 5 | schedule | Schedule 5'],
    ['paragraph 1.4(b) of clause 1', 'paragraph 1.4(b) of clause 1 | paragraph | #1.4(b)'],
  ]);
});

describe('thereof and thereto', () => {
  examples([
    [
      'Schedule 4 and paragraphs 1 and 2 thereof',
      'Schedule 4 | schedule | Schedule 4',
      'paragraphs 1 | schedule | Schedule 4/1',
      '2 | schedule | Schedule 4/2',
    ],
    [
      'clause 4 of the Master Agreement and Schedule 2 thereto',
      'clause 4 of the Master Agreement | document | Master Agreement/4',
      'Schedule 2 | document | Master Agreement/Schedule 2',
    ],
    ['its terms (including clauses 11 (Liability) and 16.3 thereof)'],
    ['Schedule 4. It keeps to clause 2 thereof', 'Schedule 4 | schedule | Schedule 4'],
  ]);
});
