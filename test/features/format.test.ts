import assert from 'node:assert/strict';
import { formatOnType, formatRange } from '../../server/src/features/format.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { withoutCode } from '../support/features.js';

function open(source: string): DocumentFacts {
  return withoutCode(`//- draft.sec\n${source}`).document('draft.sec');
}

/** The text once a stretch of it is laid out: all of it, or from one line to another. */
function formatted(source: string, from = '', to = ''): string {
  const document = open(source);
  const start = document.text.indexOf(from);
  const end = to === '' ? document.text.length : document.text.indexOf(to) + to.length;
  const edits = formatRange(document, { start, end });
  return applyEdits(document.text, edits);
}

/** The text once a sign was typed at the end of these words. */
function typed(source: string, words: string, sign: string): string {
  const at = source.indexOf(words) + words.length;
  const document = open(source.slice(0, at) + sign + source.slice(at));
  const offset = document.text.indexOf(words) + words.length + 1;
  return applyEdits(document.text, formatOnType(document, offset, sign));
}

const list = `Section D

D9.5 The Panel shall:
(a) vote:
(i) soon; or
        (ii) later; and
    (b) report.
`;

describe('formatting a selection', () => {
  it('indents the labels of lists by their depth and changes nothing else', () => {
    assert.equal(
      formatted(list),
      `Section D

D9.5 The Panel shall:
    (a) vote:
        (i) soon; or
        (ii) later; and
    (b) report.
`,
    );
  });

  it('touches only the lines that the selection touches', () => {
    assert.equal(formatted(list, '(i) soon', 'soon'), list.replace('(i) soon', '        (i) soon'));
  });

  it('leaves a label alone that a change mark stands before', () => {
    const marked = 'Section D\n\nD9.5 It shall:\n{++(a) vote;++}\n';
    assert.equal(formatted(marked), marked);
  });

  it('puts the bars of a table below each other; a long column is not filled up', () => {
    const meaning = `means ${'a widget or '.repeat(5)}a part of one`;
    assert.equal(
      formatted(
        `Section D\n\n|Term|No|Meaning|\n|---|:-:|---|\n|Widget|1 \\| 2|${meaning}|\n| A | 12 | is one |\n`,
      ),
      `Section D\n\n| Term   | No     | Meaning |\n| ------ | :----: | --- |\n| Widget | 1 \\| 2 | ${meaning} |\n| A      | 12     | is one |\n`,
    );
  });

  it('leaves a table alone whose rows are marked as a whole or do not match', () => {
    for (const table of ['|a|b|\n|---|---|{++\n|c|d|++}\n', '|a|b|\n|---|---|\n|c|\n', 'a | b\nc | d\n'])
      assert.equal(formatted(`Section D\n\n${table}`), `Section D\n\n${table}`);
  });

  it('does not take a bar inside a change mark for one of the table', () => {
    const source = 'Section D\n\n|a|b|\n|---|---|\n|{~~x|y~>z~~}|d|\n';
    assert.match(formatted(source), /^\| \{~~x\|y~>z~~\} \| d {3}\|$/m);
  });
});

describe('formatting while typing', () => {
  it('goes on with the next label behind an item that is not the last', () => {
    assert.equal(typed(list, 'soon; or', '\n'), list.replace('soon; or\n', 'soon; or\n        (ii) \n'));
    const letters = 'Section D\n\nD9.5 It:\n    (g) x;\n    (h) y;\n    (i) z; and\n';
    assert.equal(typed(letters, 'z; and', '\n'), `${letters}    (j) \n`);
  });

  it('opens the list that a colon announces, one level deeper', () => {
    const clause = 'Section D\n\nD9.5 The Panel shall:\n';
    assert.equal(typed(clause, 'shall:', '\n'), `${clause}    (a) \n`);
    assert.equal(typed(`${clause}    (a) vote:\n`, 'vote:', '\n'), `${clause}    (a) vote:\n        (i) \n`);
  });

  it('ends the list behind an empty item, and adds nothing behind a full stop', () => {
    const source = 'Section D\n\nD9.5 It shall:\n    (a) vote;\n    (b) ';
    assert.equal(typed(source, '    (b) ', '\n'), 'Section D\n\nD9.5 It shall:\n    (a) vote;\n\n');
    assert.equal(typed(list, 'report.', '\n'), `${list}\n`);
    assert.equal(typed('Section D\n\nPlain words:\n', 'words:', '\n'), 'Section D\n\nPlain words:\n\n');
  });

  it('does nothing where words follow on the new line', () => {
    assert.equal(typed(list, 'soon;', '\n'), list.replace('soon; or', 'soon;\n or'));
  });

  it('aligns the table whose row a bar ends', () => {
    const table = 'Section D\n\n| Term | Meaning |\n| --- | --- |\n| A widget | is one ';
    assert.equal(
      typed(table, 'is one ', '|'),
      'Section D\n\n| Term     | Meaning |\n| -------- | ------- |\n| A widget | is one  |',
    );
  });
});
