import assert from 'node:assert/strict';
import { list, onList, p, run, style, field } from '../support/wordFile.js';
import { convert, linesOf } from '../support/wordText.js';

describe('text of a Word file', () => {
  it('is laid out by clauses and the depth of their lists', async () => {
    const numbering = list(1, [
      { text: 'D%1' },
      { text: 'D%1.%2' },
      { text: '(%3)', format: 'lowerLetter' },
      { text: '(%4)', format: 'lowerRoman' },
    ]);
    const on = (level: number, text: string): string => p(text, onList(1, level));
    const body =
      on(0, 'PROPOSALS') +
      p('Who may propose') +
      on(1, 'Any of these may propose:') +
      on(2, 'a Party;') +
      on(2, 'the Panel, where:') +
      on(3, 'it must; or') +
      on(3, 'it may;') +
      on(2, 'the Authority,') +
      p('and nobody else.') +
      p('') +
      on(1, 'Next.');
    const { text } = await convert({ body, numbering });
    assert.equal(
      text,
      [
        'D1 PROPOSALS',
        '',
        'Who may propose',
        '',
        'D1.1 Any of these may propose:',
        '    (a) a Party;',
        '    (b) the Panel, where:',
        '        (i) it must; or',
        '        (ii) it may;',
        '    (c) the Authority,',
        '',
        'and nobody else.',
        '',
        'D1.2 Next.',
        '',
      ].join('\n'),
    );
  });

  it('has points with plain numbers inside the clause that opens them with a colon', async () => {
    const numbering =
      list(1, [{ text: 'D%1' }, { text: 'D%1.%2' }]) + list(2, [{ text: '%1.' }, { text: '%1.%2' }]);
    const body =
      p('COMPOST', onList(1, 0)) +
      p('A bin must be:', onList(1, 1)) +
      p('closed; and', onList(2, 0)) +
      p('dry.', onList(2, 0)) +
      p('Next.', onList(1, 1)) +
      p('ANNEX', onList(2, 0)) +
      p('A clause of the annex.', onList(2, 1));
    const { text } = await convert({ body, numbering });
    assert.equal(
      text,
      [
        'D1 COMPOST',
        '',
        'D1.1 A bin must be:',
        '    1. closed; and',
        '    2. dry.',
        '',
        'D1.2 Next.',
        '',
        '3. ANNEX',
        '',
        '3.1 A clause of the annex.',
        '',
      ].join('\n'),
    );
  });

  it('keeps quotation marks, spaces that do not break, dashes and hyphens that do not break', async () => {
    const body = p(
      run('the “Panel’s” view – £5 –') + '<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>' + run('x'),
    );
    assert.deepEqual(await linesOf({ body }), ['the “Panel’s” view – £5 –\u2011x']);
  });

  it('drops spaces at the ends of a run that does not ask to keep them', async () => {
    assert.deepEqual(await linesOf({ body: p('<w:r><w:t> one </w:t></w:r><w:r><w:t>two</w:t></w:r>') }), [
      'onetwo',
    ]);
  });

  it('leaves out the contents list and page furniture, and counts them', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Inhalt1"><w:name w:val="toc 1"/></w:style>';
    const toc =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      run('D1 Proposals') +
      '</w:p>' +
      p('D2 Decisions') +
      '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
      p('D3 Appeals', style('Inhalt1'));
    const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents')}</w:sdtContent></w:sdt>`;
    const { text, warnings, furniture } = await convert({
      body: gallery + toc + p('The text.'),
      styles,
      header: p('SEC – Section D') + p('Version 6.12'),
    });
    assert.equal(text, 'The text.\n');
    assert.deepEqual(furniture, ['SEC – Section D', 'Version 6.12']);
    assert.deepEqual(warnings, ['left out: 4 lines of contents, 2 lines of page headers and footers']);
  });

  it('has fields as the words that they show', async () => {
    const body =
      p(run('See Section ') + field('REF _Ref1 \\h', 'D9.4') + run(' today.')) +
      p('<w:fldSimple w:instr="DOCPROPERTY Version">' + run('6.12') + '</w:fldSimple>') +
      p('<w:hyperlink r:id="rId9">' + run('the website') + '</w:hyperlink>');
    assert.deepEqual(await linesOf({ body }), ['See Section D9.4 today.', '6.12', 'the website']);
  });

  it('stands in wrappers of every kind', async () => {
    const body = `<w:sdt><w:sdtContent>${p(`<w:smartTag>${run('one ')}</w:smartTag><w:sdt><w:sdtContent>${run('two')}</w:sdtContent></w:sdt>`)}<w:customXml>${p('three')}</w:customXml></w:sdtContent></w:sdt>`;
    assert.deepEqual(await linesOf({ body }), ['one two', 'three']);
  });
});
