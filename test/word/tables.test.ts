import assert from 'node:assert/strict';
import { list, onList, p, row, run, table } from '../support/wordFile.js';
import { convert, linesOf } from '../support/wordText.js';

const merged = (text: string): string => `<w:tcPr><w:vMerge/></w:tcPr>${p(text)}`;
const spanning = (columns: number, text: string): string =>
  `<w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${p(text)}`;
const rule = '| --- | --- |';

describe('tables of a Word file', () => {
  it('of definitions have a row for each term, with or without a head', async () => {
    assert.deepEqual(await linesOf({ body: table(['Tree', 'means a plant.'], ['Path', 'means a way.']) }), [
      '|  |  |',
      rule,
      '| Tree | means a plant. |',
      '| Path | means a way. |',
    ]);
    assert.deepEqual(await linesOf({ body: table(['Term', 'Meaning'], ['Tree', 'means a plant.']) }), [
      '| Term | Meaning |',
      rule,
      '| Tree | means a plant. |',
    ]);
  });

  it('of definitions join nothing to their head', async () => {
    assert.deepEqual(await linesOf({ body: table(['Term', 'Meaning'], ['', 'means a plant.']) }), [
      '| Term | Meaning |',
      rule,
      '|  | means a plant. |',
    ]);
  });

  it('of definitions keep paragraphs and lists in a cell', async () => {
    const numbering = list(1, [{ text: '(%1)', format: 'lowerLetter' }]);
    const meaning =
      p('means a plant that:') +
      p('is tall; or', onList(1, 0)) +
      p('is old,', onList(1, 0)) +
      p('and no bush.');
    const lines = await linesOf({ body: table(['Tree', meaning], ['Path', 'means a way.']), numbering });
    assert.equal(
      lines[2],
      '| Tree | means a plant that:<br>(a) is tall; or<br>(b) is old,<br>and no bush. |',
    );
  });

  it('of definitions join a meaning that runs over rows, merged cells and pages', async () => {
    const body =
      `<w:tbl>${row(['Term', 'Meaning'])}${row(['Tree', 'means a plant that is tall;'])}${row([merged(''), 'or that is old.'])}</w:tbl>` +
      p('') +
      `<w:tbl>${row(['Term', 'Meaning'])}${row(['', 'A bush is none.'])}${row(['Path', 'means a way.'])}</w:tbl>`;
    assert.deepEqual(await linesOf({ body }), [
      '| Term | Meaning |',
      rule,
      '| Tree | means a plant that is tall;<br>or that is old.<br>A bush is none. |',
      '| Path | means a way. |',
    ]);
  });

  it('of other kinds are Markdown, and merged cells are told', async () => {
    const body = `<w:tbl>${row(['Version', 'From', 'To'])}${row(['2.0', spanning(2, 'not | determined')])}</w:tbl>`;
    const { text, warnings } = await convert({ body });
    assert.equal(text, '| Version | From | To |\n| --- | --- | --- |\n| 2.0 | not \\| determined |  |\n');
    assert.deepEqual(warnings, [
      'before the first number: merged cells of a table stand in the first cell that they cover',
    ]);
  });

  it('that only arrange paragraphs are those paragraphs', async () => {
    assert.deepEqual(await linesOf({ body: table([p('In a box.') + p('Two of them.')]) }), [
      'In a box.',
      'Two of them.',
    ]);
    assert.deepEqual(
      await linesOf({ body: table(['D1.1', 'The Panel acts.'], ['D1.2', 'The Board acts.']) }),
      ['D1.1 The Panel acts.', 'D1.2 The Board acts.'],
    );
  });

  it('keep their order with the text, and numbers go on through them', async () => {
    const numbering = list(1, [{ text: '%1' }]);
    const body =
      p('one', onList(1, 0)) + table(['A', 'B'], [p('two', onList(1, 0)), 'x']) + p('three', onList(1, 0));
    assert.deepEqual(await linesOf({ body, numbering }), [
      '1 one',
      '| A | B |',
      rule,
      '| 2 two | x |',
      '3 three',
    ]);
  });
});

describe('notes of a Word file', () => {
  const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const numbering = list(1, [{ text: 'D1.%1' }, { text: '(%2)', format: 'lowerLetter' }]);
  const footnotes =
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
    `<w:footnote w:id="2">${p('The first note.')}</w:footnote><w:footnote w:id="3">${p('The second.') + p('Its end.')}</w:footnote>`;

  it('stand at the end of their provision', async () => {
    const body =
      p(run('On 1 May') + reference(2) + run(' and:'), onList(1, 0)) +
      p(run('in June') + reference(3) + run(';'), onList(1, 1)) +
      p('Next.', onList(1, 0));
    assert.deepEqual(await linesOf({ body, numbering, footnotes }), [
      'D1.1 On 1 May¹ and:',
      '(a) in June²;',
      '¹ The first note.',
      '² The second. Its end.',
      'D1.2 Next.',
    ]);
  });

  it('that are missing are told', async () => {
    const { warnings } = await convert({ body: p(run('On') + reference(9), onList(1, 0)), numbering });
    assert.deepEqual(warnings, ['D1.1: its note ¹ is not in the file']);
  });
});
