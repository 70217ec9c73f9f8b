import assert from 'node:assert/strict';
import { readAsProposed } from '../../server/src/text/reading.js';
import { deleted, inserted, list, onList, p, row, run, type WordParts } from '../support/wordFile.js';
import { convert, linesOf } from '../support/wordText.js';

const numbering = list(1, [{ text: 'D1.%1' }]);
const by = '{>>@A. Drafter 2026-03-01T09:00:00Z<<}';
const attributes = 'w:id="9" w:author="A. Drafter" w:date="2026-03-01T09:00:00Z"';
const mark = (kind: string): string => `<w:rPr><w:${kind} ${attributes}/></w:rPr>`;
const clause = (content: string, more = ''): string => p(content, onList(1, 0) + more);

/** Checks the lines with marks, accepted and rejected; and that the marked text reads as the accepted one. */
async function check(
  body: string,
  expected: { keep: readonly string[]; accept: readonly string[]; reject: readonly string[] },
): Promise<void> {
  const parts: WordParts = { body, numbering };
  assert.deepEqual(await linesOf(parts), expected.keep);
  assert.deepEqual(await linesOf(parts, 'accept'), expected.accept);
  assert.deepEqual(await linesOf(parts, 'reject'), expected.reject);
  const { text } = await convert(parts);
  const proposed = readAsProposed(text)
    .display.split('\n')
    .map((line) => line.trim());
  assert.deepEqual(
    proposed
      .filter((line) => line !== '')
      .join(' ')
      .replace(/ +/g, ' '),
    expected.accept.join(' '),
  );
}

describe('tracked changes of a Word file', () => {
  it('in a paragraph are marks with author and date; old and new words side by side are one replacement', async () => {
    await check(
      clause(
        run('The Panel ') +
          deleted('may') +
          inserted('shall') +
          run(' act') +
          inserted(' at once') +
          run('.'),
      ),
      {
        keep: [`D1.1 The Panel {~~may~>shall~~}${by} act{++ at once++}${by}.`],
        accept: ['D1.1 The Panel shall act at once.'],
        reject: ['D1.1 The Panel may act.'],
      },
    );
  });

  it('of different authors are marks of their own', async () => {
    const body = clause(deleted('may') + inserted('shall', 'B. Reviewer', '2026-03-02T09:00:00Z'));
    assert.deepEqual(await linesOf({ body, numbering }), [
      `D1.1 {--may--}${by}{++shall++}{>>@B. Reviewer 2026-03-02T09:00:00Z<<}`,
    ]);
  });

  it('may insert a clause: those behind it are renumbered, by nobody', async () => {
    await check(clause('One.') + clause(inserted('New.'), mark('ins')) + clause('Two.'), {
      keep: ['D1.1 One.', `{++D1.2 New.++}${by}`, '{~~D1.2~>D1.3~~} Two.'],
      accept: ['D1.1 One.', 'D1.2 New.', 'D1.3 Two.'],
      reject: ['D1.1 One.', 'D1.2 Two.'],
    });
  });

  it('may insert a clause by a new line at the end of another, whose mark is the inserted one', async () => {
    await check(clause('One.', mark('ins')) + clause(inserted('New.')) + clause('Two.'), {
      keep: ['D1.1 One.', `{++D1.2 New.++}${by}`, '{~~D1.2~>D1.3~~} Two.'],
      accept: ['D1.1 One.', 'D1.2 New.', 'D1.3 Two.'],
      reject: ['D1.1 One.', 'D1.2 Two.'],
    });
  });

  it('may delete a clause, whose number is not counted', async () => {
    await check(clause('One.') + clause(deleted('Gone.'), mark('del')) + clause('Two.'), {
      keep: ['D1.1 One.', `{--D1.2 Gone.--}${by}`, '{~~D1.3~>D1.2~~} Two.'],
      accept: ['D1.1 One.', 'D1.2 Two.'],
      reject: ['D1.1 One.', 'D1.2 Gone.', 'D1.3 Two.'],
    });
  });

  it('may join two paragraphs by their mark alone', async () => {
    const body = clause('One', mark('del')) + clause(' and two.');
    assert.deepEqual(await linesOf({ body, numbering }, 'accept'), ['D1.1 One and two.']);
    assert.deepEqual(await linesOf({ body, numbering }, 'reject'), ['D1.1 One', 'D1.2 and two.']);
    assert.deepEqual(await linesOf({ body, numbering }), ['D1.1 One', '{--D1.2 --}' + by + 'and two.']);
  });

  it('may move words, and say so', async () => {
    const body =
      clause(`<w:moveFrom ${attributes}>${run('Moved.')}</w:moveFrom>`, mark('moveFrom')) +
      clause('Two.') +
      clause(`<w:moveTo ${attributes}>${run('Moved.')}</w:moveTo>`, mark('moveTo'));
    const moved = '{>>moved<<}';
    await check(body, {
      keep: [`{--D1.1 Moved.--}${by}${moved}`, '{~~D1.2~>D1.1~~} Two.', `{++D1.2 Moved.++}${by}${moved}`],
      accept: ['D1.1 Two.', 'D1.2 Moved.'],
      reject: ['D1.1 Moved.', 'D1.2 Two.'],
    });
  });

  it('may change the list of a paragraph', async () => {
    const former = `<w:pPrChange ${attributes}><w:pPr/></w:pPrChange>`;
    await check(clause('One.') + p('Two.', onList(1, 0) + former), {
      keep: ['D1.1 One.', `{++D1.2 ++}${by}Two.`],
      accept: ['D1.1 One.', 'D1.2 Two.'],
      reject: ['D1.1 One.', 'Two.'],
    });
  });

  it('that undo one another stand in no version and are told', async () => {
    const body = clause(run('One') + `<w:ins ${attributes}>${deleted(' and half', 'B')}</w:ins>` + run('.'));
    const { text, warnings } = await convert({ body, numbering });
    assert.equal(text, 'D1.1 One.\n');
    assert.deepEqual(warnings, [
      'D1.1: words that were inserted and deleted again were left out: “and half”',
    ]);
  });

  it('may insert and delete rows of a table, which stays whole without them', async () => {
    const body = `<w:tbl>${row(['Term', 'Meaning'])}${row(['Tree', 'means a plant.'])}${row(['Bush', 'means a small one.'], `<w:del ${attributes}/>`)}${row(['Path', 'means a way.'], `<w:ins ${attributes}/>`)}</w:tbl>`;
    const head = ['| Term | Meaning |', '| --- | --- |', '| Tree | means a plant. |'];
    assert.deepEqual(await linesOf({ body }), [
      ...head.slice(0, 2),
      '| Tree | means a plant. |{--',
      `| Bush | means a small one. |--}${by}{++`,
      `| Path | means a way. |++}${by}`,
    ]);
    assert.deepEqual(await linesOf({ body }, 'accept'), [...head, '| Path | means a way. |']);
    assert.deepEqual(await linesOf({ body }, 'reject'), [...head, '| Bush | means a small one. |']);
    const { text } = await convert({ body });
    assert.equal(readAsProposed(text).display, `${[...head, '| Path | means a way. |'].join('\n')}\n`);
  });

  it('may move rows of a table, and say so', async () => {
    const moved = (way: 'moveFrom' | 'moveTo'): string =>
      row(
        ['Tree', 'means a plant.'].map((words) =>
          p(`<w:${way} ${attributes}>${run(words)}</w:${way}>`, `<w:rPr><w:${way} ${attributes}/></w:rPr>`),
        ),
        `<w:${way === 'moveTo' ? 'ins' : 'del'} ${attributes}/>`,
      );
    const body = `<w:tbl>${row(['Term', 'Meaning'])}${moved('moveFrom')}${row(['Bush', 'means a small one.'])}${moved('moveTo')}</w:tbl>`;
    assert.deepEqual(await linesOf({ body }), [
      '| Term | Meaning |',
      '| --- | --- |{--',
      `| Tree | means a plant. |--}${by}{>>moved<<}`,
      '| Bush | means a small one. |{++',
      `| Tree | means a plant. |++}${by}{>>moved<<}`,
    ]);
  });

  it('of the number alone, as Word kept them long ago, are told', async () => {
    const change = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange ${attributes} w:original="D1.9"/></w:numPr>`;
    const { text, warnings } = await convert({ body: p('One.', change), numbering });
    assert.equal(text, 'D1.1 One.\n');
    assert.deepEqual(warnings, [
      'D1.1: the number that it had before a tracked change of an old kind was left out',
    ]);
  });

  it('come with the comments beside them', async () => {
    const body = clause(run('The Panel') + '<w:r><w:commentReference w:id="4"/></w:r>' + run(' acts.'));
    const comments = `<w:comment w:id="4" w:author="C. Lawyer">${p('Which one?')}</w:comment>`;
    assert.deepEqual(await linesOf({ body, numbering, comments }), [
      'D1.1 The Panel{>>C. Lawyer: Which one?<<} acts.',
    ]);
    assert.deepEqual(await linesOf({ body, numbering, comments }, 'accept'), ['D1.1 The Panel acts.']);
  });
});
