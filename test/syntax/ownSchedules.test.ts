import assert from 'node:assert/strict';
import { checkNo, listFindings } from '../support/findings.js';
import { provisions, references } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

const direction = `DIRECTION

1. The Code shall be changed as set out in Schedule 1 to this direction.

2. Schedule 2 has effect.

SCHEDULE 1: CHANGES

1. After Section H3.13, insert:

H3.13A A User may mark a message.

H3.13B The DCC shall read it.

2. In Section H13.1, after paragraph (c) insert “for each message”.

SCHEDULE 2: SAVINGS

1. Paragraph 2 of Schedule 1 does not apply to old messages.
`;

describe('the Schedules of a direction', () => {
  it('are its own where it says so, and its numbers go on behind the clauses that they insert', () => {
    assert.deepEqual(provisions(openFixture(direction, catalogue).document()), [
      '#1',
      '#2',
      '#Schedule 1',
      '#Schedule 1/1',
      'H3.13A',
      'H3.13B',
      '#Schedule 1/2',
      '#Schedule 2',
      '#Schedule 2/1',
    ]);
  });

  it('are what its numbers belong to', () => {
    const found = references(openFixture(direction, catalogue).view());
    assert.ok(found.includes('Paragraph 2 of Schedule 1 | schedule | #Schedule 1/2'), found.join('\n'));
    assert.ok(found.includes('paragraph (c) | section | H13.1(c)'), found.join('\n'));
  });

  it('are the Code’s where it does not say so', () => {
    const text = direction.replace(' to this direction', '');
    assert.ok(provisions(openFixture(text, catalogue).document()).includes('Schedule 2/1'));
  });
});

describe('numbers that a paragraph puts into another text', () => {
  const text =
    'Changes\n\n1. Omit it.\n\n2. After paragraph 5.4 insert:\n\n5.4A.1 The DCC shall keep a list.\n\n3. See paragraph 2.\n';

  it('do not hide where the paragraphs go on', () => {
    assert.deepEqual(provisions(openFixture(text, catalogue).document()), ['#1', '#2', '#5.4A.1', '#3']);
  });

  it('and those beside which they stand are not missed', () => {
    checkNo('unresolved-reference', text);
    assert.deepEqual(listFindings(text.replace('See paragraph 2', 'It keeps to what paragraph 7 has')), [
      'unresolved-reference error “paragraph 7”',
    ]);
  });
});

describe('a clause of a Section in a paper', () => {
  it('is not opened by an item of a list that speaks of it', () => {
    const text = 'Reply\n\n- H8.15 (b)(i): agreed.\n- H8.16: see paragraph 2.\n';
    assert.deepEqual(provisions(openFixture(text, catalogue).document()), []);
  });

  it('opens a part of its own where its title says that it is of the SEC', () => {
    const text = 'SEC Appendix AC\n\nProcedures\n\n1. General\n\n1.1 A User reads it.\n';
    assert.deepEqual(provisions(openFixture(text, catalogue).document()), [
      'Appendix AC',
      'Appendix AC/1',
      'Appendix AC/1.1',
    ]);
  });
});
