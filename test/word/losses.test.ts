import assert from 'node:assert/strict';
import { field, list, onList, p, run } from '../support/wordFile.js';
import { convert } from '../support/wordText.js';

const numbering = list(1, [{ text: 'D1.%1' }, { text: '(%2)', format: 'lowerLetter' }]);

/** What a paragraph (a) of clause D1.1 is read as, and what is told of it. */
async function inParagraph(content: string): Promise<{ line: string; warnings: readonly string[] }> {
  const { text, warnings } = await convert({
    body: p('x:', onList(1, 0)) + p(content, onList(1, 1)),
    numbering,
  });
  return { line: text.split('\n').slice(1).join('\n').trim(), warnings };
}

describe('what a Word file holds and text cannot', () => {
  it('is told with its place: a picture, an object', async () => {
    assert.deepEqual(await inParagraph(run('see ') + '<w:r><w:drawing/></w:r><w:r><w:object/></w:r>'), {
      line: '(a) see',
      warnings: ['D1.1(a): a picture was left out', 'D1.1(a): an embedded object was left out'],
    });
  });

  it('is a sign of a symbol font, which stands as the sign that it shows where that is known', async () => {
    const sign = (font: string, code: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    assert.deepEqual(
      await inParagraph(sign('Symbol', 'F0B3') + sign('Wingdings', 'F0FC') + sign('Symbol', 'F06D')),
      {
        line: '(a) ≥✓μ',
        warnings: [],
      },
    );
    assert.deepEqual(await inParagraph(sign('House Signs', 'F041')), {
      line: '(a) \ufffd',
      warnings: ['D1.1(a): the sign F041 of the font House Signs is not known and stands as \ufffd'],
    });
  });

  it('is a field that shows nothing until Word prints it', async () => {
    const bare =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LISTNUM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    assert.deepEqual(await inParagraph(run('x') + bare), {
      line: '(a) x',
      warnings: ['D1.1(a): a field LISTNUM whose text Word works out only when it prints was left out'],
    });
  });

  it('is hidden text', async () => {
    assert.deepEqual(await inParagraph(run('shown') + run('secret', '<w:vanish/>')), {
      line: '(a) shown',
      warnings: ['D1.1(a): hidden text was left out: “secret”'],
    });
  });

  it('is text in a box, which follows its paragraph', async () => {
    const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('boxed')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('boxed')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { line, warnings } = await inParagraph(run('x') + box);
    assert.equal(line, '(a) x\n\nboxed');
    assert.deepEqual(warnings, ['D1.1(a): the text of a text box was put behind its paragraph']);
  });

  it('is a number that a field showed before the text was renumbered', async () => {
    const body =
      p(run('See ') + field('REF _Ref7 \\r \\h', 'D1.9'), onList(1, 0)) +
      p(run('See ') + field('REF _Ref7 \\w \\h', 'D1.2(a)'), onList(1, 0)) +
      p('<w:bookmarkStart w:id="1" w:name="_Ref7"/>' + run('there'), onList(1, 1));
    const { warnings } = await convert({ body, numbering });
    assert.deepEqual(warnings, ['D1.1: a reference shows “D1.9”, and what it names is numbered D1.2(a) now']);
  });

  it('is words that look like a change mark', async () => {
    assert.deepEqual((await inParagraph('set {++ x')).warnings, [
      'D1.1(a): its words hold signs that are read as a change mark',
    ]);
  });
});
