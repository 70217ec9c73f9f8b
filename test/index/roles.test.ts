import assert from 'node:assert/strict';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `part D`, `draft SECMP0023`, `draft` or `paper`. */
function role(name: string, text: string): string {
  const found = openFixture(`//- ${name}\n${text}`, catalogue).document().role;
  switch (found.kind) {
    case 'part':
      return `part ${found.key}`;
    case 'draft':
      return found.modification === undefined ? 'draft' : `draft ${found.modification}`;
    case 'paper':
      return 'paper';
  }
}

const clause = 'D1.1 The board meets here.';

describe('what a file is', () => {
  it('front matter `part:` makes it that part of the Code, wherever it lies', () => {
    assert.equal(role('d.sec', `---\npart: Section D\n---\n${clause}`), 'part D');
    assert.equal(role('sec/ab.sec', '---\npart: Appendix AB\n---\n1. It holds.'), 'part Appendix AB');
    assert.equal(role('x.sec', '---\npart: Schedule 11\n---\n1. It holds.'), 'part Schedule 11');
  });

  it('with `modification:` beside it, it is a draft of that part', () => {
    const text = `---\npart: Section D\nmodification: SECMP0023\n---\n${clause}`;
    assert.equal(role('d.sec', text), 'draft SECMP0023');
    const { tree } = openFixture(text, catalogue).document();
    assert.deepEqual(
      tree.provisions.map(({ key }) => key),
      ['D', 'D1.1'],
    );
  });

  it('`modification:` makes it a draft, its id in canonical form', () => {
    assert.equal(role('x.sec', '---\nmodification: SECMP23\n---\nhello'), 'draft SECMP0023');
    assert.equal(role('x.sec', '---\nmodification: our own change\n---\nhello'), 'draft our own change');
  });

  it('an agreement with Schedules of its own is a paper, though it names the Code', () => {
    const schedule = 'SCHEDULE 1\nTests\n1. The first test is in clause 1.';
    const head = 'This Agreement is made on 2 May 2019 under the Smart Energy Code.\n1. Each firm pays.\n';
    const text = `${head}${schedule}`;
    assert.equal(role('x.txt', text), 'paper');
    assert.deepEqual(
      openFixture(text, catalogue)
        .document()
        .tree.provisions.map(({ key }) => key),
      ['#1', '#Schedule 1', '#Schedule 1/1'],
    );
    assert.equal(role('x.txt', `The Smart Energy Code changes.\n1. Introduction\n${schedule}`), 'draft');
    assert.equal(role('x.txt', schedule), 'draft');
  });

  it('a part that is no name of a part is left alone', () => {
    assert.equal(role('x.sec', '---\npart: Nonsense\n---\nhello'), 'paper');
  });

  it('inside the code folder, a first line that is a title makes it that part', () => {
    assert.equal(role('sec/d.sec', `SECTION D: CHANGING\n${clause}`), 'part D');
    assert.equal(role('sec/ab.sec', 'APPENDIX AB\nProcessing\n1. It holds.'), 'part Appendix AB');
  });

  it('page furniture and contents may stand before it', () => {
    assert.equal(
      role('sec/d.sec', `SEC – Section D\nVersion 6.12\nSECTION D: CHANGING\n${clause}`),
      'part D',
    );
    assert.equal(
      role('sec/d.sec', `CONTENTS\nD1 FIRST THINGS ..... 3\nSECTION D: CHANGING\n${clause}`),
      'part D',
    );
  });

  it('but no words', () => {
    assert.equal(role('sec/d.sec', `The board wrote this.\nSECTION D: CHANGING\n${clause}`), 'draft');
    assert.equal(role('sec/d.sec', 'The board wrote this.\n1. It holds.'), 'paper');
  });

  it('elsewhere, a line that opens a part with numbered provisions under it makes a draft', () => {
    assert.equal(role('x.sec', `Section D\n\n${clause}`), 'draft');
    assert.equal(role('x.sec', `# Section D (Modification Process)\n\n${clause}`), 'draft');
    assert.equal(
      role('x.sec', 'Appendix AB (Service Request Processing Document)\n15.5 The user waits.'),
      'draft',
    );
  });

  it('or an instruction', () => {
    assert.equal(
      role('x.sec', 'Section A (Definitions)\nInsert the following definitions:\nRed Box\tmeans a box.'),
      'draft',
    );
    assert.equal(role('x.sec', '## Section D\n\nDelete Section D1.1.'), 'draft');
    assert.equal(role('x.sec', 'Section D\n\nReplace "grey" with "green" in Section D9.4.'), 'draft');
  });

  it('the draft is of the first modification id in its name or title, or of none', () => {
    assert.equal(role('SECMP0022-text.sec', `Section D\n\n${clause}`), 'draft SECMP0022');
    assert.equal(role('x.sec', `MP134A Legal Text\nSection D\n\n${clause}`), 'draft MP134A');
    assert.equal(role('x.sec', `Section D\n\n${clause}\nD1.2 It follows SECMP0001 there.`), 'draft');
  });

  it('a title with nothing under it is a loose paper', () => {
    assert.equal(role('x.sec', 'Section D: Changing\n\nThe board talked about it all day.'), 'paper');
  });

  it('a list of affected parts, a page header and a contents line open nothing', () => {
    assert.equal(
      role(
        'x.sec',
        'Section A ‘Definitions and Interpretation’\nSection D ‘Modification Process’\n1. It holds.',
      ),
      'paper',
    );
    assert.equal(role('x.sec', 'SEC - Appendix M\n1. It holds.'), 'paper');
    assert.equal(role('x.sec', 'Contents\nSection D: Changing the Rules ..... 4\n1. It holds.'), 'paper');
  });

  it('all else is a loose paper, an empty file too', () => {
    assert.equal(role('x.sec', ''), 'paper');
    assert.equal(role('sec/x.sec', ''), 'paper');
    assert.equal(role('x.sec', '1. It holds.\n1.1 It holds more.'), 'paper');
  });

  it('a lone lettered clause tells where the text stands and makes no draft', () => {
    const document = openFixture(`${clause}\n(a) It votes.`, catalogue).document();
    assert.equal(document.role.kind, 'paper');
    assert.deepEqual(
      document.tree.provisions.map(({ key }) => key),
      ['D1.1', 'D1.1(a)'],
    );
  });

  it('one file changes several parts', () => {
    const text = `SECMP0023 Legal Text\nSection A (Definitions)\nInsert the following definition:\nRed Box\tmeans a box.\nSection D\n${clause}\nAppendix AB\n15.5 The user waits.`;
    const { tree } = openFixture(text, catalogue).document();
    assert.deepEqual(
      tree.parts.map(({ key }) => key),
      ['A', 'D', 'Appendix AB'],
    );
    assert.deepEqual(
      tree.provisions.map(({ key }) => key),
      ['A', 'D', 'D1.1', 'Appendix AB', 'Appendix AB/15.5'],
    );
  });

  it('a text that never speaks of the Code is told apart from one that does', () => {
    assert.equal(openFixture('The seller sells it.', catalogue).document().namesTheCode, false);
    assert.equal(openFixture('SECAS sells it.', catalogue).document().namesTheCode, true);
    assert.equal(
      openFixture('---\npart: Section D\n---\nIt sells.', catalogue).document().namesTheCode,
      true,
    );
  });
});
