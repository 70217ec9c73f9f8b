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

  it('is words that are struck through by hand, which stay', async () => {
    const { line, warnings } = await inParagraph(
      run('may ') + run('not ', '<w:strike/>') + run('ever', '<w:dstrike/>') + run(' plant'),
    );
    assert.equal(line, '(a) may not ever plant');
    assert.deepEqual(warnings, [
      'D1.1(a): words that are struck through, with no tracked change, are carried over as text: “not ever”',
    ]);
  });

  it('is hidden and struck words whose look comes from a style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="T"><w:name w:val="Sub"/><w:basedOn w:val="S"/></w:style>' +
      '<w:style w:type="character" w:styleId="P"><w:name w:val="Placeholder Text"/></w:style>';
    const { warnings } = await convert({
      body:
        p(run('x') + run('one ', '<w:rStyle w:val="T"/>') + run('two', '<w:rStyle w:val="S"/>')) +
        p(run('Name', '<w:rStyle w:val="P"/>')),
      styles,
    });
    assert.deepEqual(warnings, [
      'before the first number: hidden text was left out: “one two”',
      'before the first number: a field to fill in shows only its prompt: “Name”',
    ]);
  });

  it('is a field to fill in that shows its prompt, told once', async () => {
    const field = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>`;
    assert.deepEqual(await inParagraph(field), {
      line: '(a) Click here',
      warnings: ['D1.1(a): a field to fill in shows only its prompt: “Click here”'],
    });
  });

  it('is raised and lowered words; raised digits and the ends of ordinals are safe', async () => {
    const raised = (text: string, how = 'superscript'): string => run(text, `<w:vertAlign w:val="${how}"/>`);
    const { line, warnings } = await inParagraph(
      run('1') +
        raised('st') +
        run(' of 10') +
        raised('3') +
        run(' m') +
        raised('-2') +
        run(', x') +
        raised('n') +
        run(', CO') +
        raised('2', 'subscript'),
    );
    assert.equal(line, '(a) 1st of 10³ m⁻², xn, CO2');
    assert.deepEqual(warnings, [
      'D1.1(a): superscript stands in the line: “n”',
      'D1.1(a): subscript stands in the line: “2”',
    ]);
  });

  it('is raised and lowered words whose look comes from a style or was set by hand', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const { text, warnings } = await convert({
      body: p(
        run('10') +
          run('3', '<w:rStyle w:val="Up"/>') +
          run(' m') +
          run('2', '<w:position w:val="8"/>') +
          run(', 7') +
          run('4', '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>') +
          run(' CO') +
          run('2', '<w:position w:val="-6"/>') +
          run(' kerned', '<w:position w:val="2"/>'),
      ),
      styles,
    });
    assert.equal(text, '10³ m², 74 CO2 kerned\n');
    assert.deepEqual(warnings, ['before the first number: subscript stands in the line: “2”']);
  });

  it('is signs above words, and words that Word turns round', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('small')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`;
    assert.deepEqual(await inParagraph(`${ruby}<w:bdo w:val="rtl">${run(' abc')}</w:bdo>`), {
      line: '(a) base abc',
      warnings: [
        'D1.1(a): words whose signs Word turns round stand in the order in which they are kept',
        'D1.1(a): small signs above words were left out: “small”',
      ],
    });
  });

  it('is page breaks and soft hyphens, which are counted', async () => {
    const { line, warnings } = await inParagraph(
      run('Net') + '<w:r><w:softHyphen/></w:r>' + run('work') + '<w:r><w:br w:type="page"/></w:r>',
    );
    assert.equal(line, '(a) Network');
    assert.deepEqual(warnings, ['left out: 1 soft hyphen, 1 page break']);
  });

  it('is the address behind a link, unless its words are the address', async () => {
    const link = (words: string): string => run('') + field('HYPERLINK "https://example.org/gardens"', words);
    const { warnings } = await inParagraph(link('the website') + link('example.org/gardens'));
    assert.deepEqual(warnings, [
      'D1.1(a): the address behind “the website” was left out: https://example.org/gardens',
    ]);
  });

  it('is an element that is not known, between words, in a run or between paragraphs', async () => {
    const { text, warnings } = await convert({
      body:
        `<w:new>${p('lost')}</w:new>` +
        p('x:', onList(1, 0)) +
        p(`${run('a')}<w:later>${run('b')}</w:later><w:r><w:sign/></w:r>`, onList(1, 1)),
      numbering,
    });
    assert.match(text, /\(a\) a\n$/);
    assert.deepEqual(warnings, [
      'before the first number: a part that is not known (w:new) was left out: “lost”',
      'D1.1(a): a part that is not known (w:later) was left out: “b”',
      'D1.1(a): a part that is not known (w:sign) was left out',
    ]);
  });

  it('is a comment, where the changes are accepted or rejected or its row is changed as a whole', async () => {
    const commented = run('x') + '<w:r><w:commentReference w:id="7"/></w:r>';
    const comments = `<w:comment w:id="7" w:author="B. Reader">${p('Why?')}</w:comment>`;
    for (const changes of ['accept', 'reject'] as const) {
      const { text, warnings } = await convert({ body: p(commented), comments }, changes);
      assert.equal(text, 'x\n');
      assert.deepEqual(warnings, ['before the first number: a comment was left out: “B. Reader: Why?”']);
    }
    const row = `<w:tr><w:trPr><w:ins w:author="A" w:date=""/></w:trPr>${`<w:tc>${p(commented)}</w:tc>`.repeat(2)}</w:tr>`;
    const { text, warnings } = await convert({ body: `<w:tbl>${row}</w:tbl>`, comments });
    assert.match(text, /\{\+\+\| x \| x \|\+\+\}/);
    assert.equal(
      warnings.filter((line) => line.endsWith('a comment was left out: “B. Reader: Why?”')).length,
      2,
    );
  });

  it('is words that look like a change mark', async () => {
    assert.deepEqual((await inParagraph('set {++ x')).warnings, [
      'D1.1(a): its words hold signs that are read as a change mark',
    ]);
  });
});
