import assert from 'node:assert/strict';
import { formatNumber } from '../../server/src/word/numberFormat.js';
import { list, onList, p, style } from '../support/wordFile.js';
import { linesOf } from '../support/wordText.js';

/** A Section of the Code as its Word files number it. */
const codeList = list(1, [
  { text: 'SECTION %1:', format: 'upperLetter', start: 4 },
  { text: '%1%2' },
  { text: '%1%2.%3' },
  { text: '(%4)', format: 'lowerLetter' },
  { text: '(%5)', format: 'lowerRoman' },
  { text: '(%6)', format: 'upperLetter' },
]);
const on = (level: number, text: string, numId: number | string = 1): string => p(text, onList(numId, level));

/** The first word of each line: the number that is printed. */
async function numbers(body: string, numbering: string, styles?: string): Promise<string[]> {
  const lines = await linesOf({ body, numbering, ...(styles === undefined ? {} : { styles }) });
  return lines.map((line) => line.slice(0, line.lastIndexOf('x')).trim());
}

describe('numbers of a Word file', () => {
  it('are those that Word prints on each level of a list', async () => {
    const body = [0, 1, 2, 3, 4, 4, 5, 3, 2, 1, 2, 3].map((level) => on(level, 'x')).join('');
    assert.deepEqual(await numbers(body, codeList), [
      'SECTION D:',
      'D1',
      'D1.1',
      '(a)',
      '(i)',
      '(ii)',
      '(A)',
      '(b)',
      'D1.2',
      'D2',
      'D2.1',
      '(a)',
    ]);
  });

  it('begin again where a list says so, once', async () => {
    const again =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const numbering = list(1, [{ text: '%1.' }]) + again;
    const body = on(0, 'x') + on(0, 'x') + on(0, 'x', 2) + on(0, 'x', 2) + on(0, 'x');
    assert.deepEqual(await numbers(body, numbering), ['1.', '2.', '1.', '2.', '3.']);
  });

  it('carry on through two lists of one definition', async () => {
    const numbering = list(1, [{ text: '%1.' }]) + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
    assert.deepEqual(await numbers(on(0, 'x') + on(0, 'x', 2) + on(0, 'x'), numbering), ['1.', '2.', '3.']);
  });

  it('take a level that a list defines for itself', async () => {
    const own =
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1"/></w:lvl></w:lvlOverride></w:num>';
    assert.deepEqual(await numbers(on(0, 'x', 2) + on(0, 'x', 2), list(1, [{ text: '%1.' }]) + own), [
      'Part III',
      'Part IV',
    ]);
  });

  it('restart only behind the level that a level names, or never', async () => {
    const numbering = list(1, [
      { text: '%1' },
      { text: '%1.%2' },
      { text: '(%3)', format: 'lowerLetter', more: '<w:lvlRestart w:val="1"/>' },
      { text: 'Note %4', more: '<w:lvlRestart w:val="0"/>' },
    ]);
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3].map((level) => on(level, 'x')).join('');
    assert.deepEqual(await numbers(body, numbering), [
      '1',
      '1.1',
      '(a)',
      'Note 1',
      '1.2',
      '(b)',
      'Note 2',
      '2',
      '(a)',
      'Note 3',
    ]);
  });

  it('count a level that is skipped as begun', async () => {
    const body = [2, 4, 3].map((level) => on(level, 'x')).join('');
    assert.deepEqual(await numbers(body, codeList), ['D1.1', '(i)', '(b)']);
  });

  it('are all decimal in legal numbering', async () => {
    const numbering = list(1, [
      { text: 'Article %1', format: 'upperRoman' },
      { text: '%1.%2', format: 'upperLetter', more: '<w:isLgl/>' },
    ]);
    assert.deepEqual(await numbers(on(0, 'x') + on(0, 'x') + on(1, 'x'), numbering), [
      'Article I',
      'Article II',
      '2.1',
    ]);
  });

  it('come from the style of a paragraph and from those it is based on', async () => {
    const numbering = list(1, [
      { text: '%1', more: '<w:pStyle w:val="Head"/>' },
      { text: '%1.%2', more: '<w:pStyle w:val="Clause"/>' },
    ]);
    const styles =
      '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Head"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Kept"><w:name w:val="Kept"/><w:basedOn w:val="Clause"/></w:style>';
    const body =
      p('x', style('Head')) +
      p('x', style('Clause')) +
      p('x', style('Kept')) +
      p('plainx', style('Clause') + '<w:numPr><w:numId w:val="0"/></w:numPr>');
    assert.deepEqual(await numbers(body, numbering, styles), ['1', '1.1', '1.2', 'plain']);
  });

  it('follow the link to a list style, and give up where links go round', async () => {
    const linked =
      '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="House"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>';
    const house = list(8, [{ text: '§%1' }], '<w:styleLink w:val="House"/>');
    assert.deepEqual(await numbers(on(0, 'x', 7) + on(0, 'x', 8), linked + house), ['§1', '§2']);
    const round =
      '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="House"/><w:numStyleLink w:val="House"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>';
    assert.deepEqual(await numbers(on(0, 'x', 7), round), ['']);
  });

  it('are not printed where they are hidden, blank or of no format, and still count', async () => {
    const numbering = list(1, [
      { text: '%1', more: '<w:rPr><w:vanish/></w:rPr>' },
      { text: '%1.%2' },
      { text: ' ' },
      { text: 'Schedule', format: 'none' },
    ]);
    assert.deepEqual(await numbers(on(0, 'x') + on(1, 'x') + on(2, 'x') + on(3, 'x'), numbering), [
      '',
      '1.1',
      '',
      'Schedule',
    ]);
  });

  it('that are typed are left alone', async () => {
    const body = p('D9.4\tThe Board decides.') + p('(a)\ta Party;') + p('(iv) the Panel.');
    assert.deepEqual(await linesOf({ body }), ['D9.4 The Board decides.', '(a) a Party;', '(iv) the Panel.']);
  });

  it('of bullets are signs, whatever the font makes of them', async () => {
    const numbering = list(1, [
      { text: '\uf0b7', format: 'bullet' },
      { text: '–', format: 'bullet' },
    ]);
    assert.deepEqual(await numbers(on(0, 'x') + on(1, 'x'), numbering), ['•', '–']);
    const picture = list(1, [{ text: '', format: 'bullet', more: '<w:lvlPicBulletId w:val="0"/>' }]);
    assert.deepEqual(await numbers(on(0, 'x'), picture), ['•']);
  });

  it('are written in each format', () => {
    const shown = (format: string, ...values: number[]): (string | undefined)[] =>
      values.map((value) => formatNumber(value, format));
    assert.deepEqual(shown('lowerLetter', 1, 26, 27, 28, 53), ['a', 'z', 'aa', 'bb', 'aaa']);
    assert.deepEqual(shown('upperLetter', 3, 29), ['C', 'CC']);
    assert.deepEqual(shown('lowerRoman', 4, 9, 40, 99, 400, 1994), [
      'iv',
      'ix',
      'xl',
      'xcix',
      'cd',
      'mcmxciv',
    ]);
    assert.deepEqual(shown('upperRoman', 14), ['XIV']);
    assert.deepEqual(shown('decimalZero', 7, 12), ['07', '12']);
    assert.deepEqual(shown('ordinal', 1, 2, 3, 11, 22), ['1st', '2nd', '3rd', '11th', '22nd']);
    assert.deepEqual(shown('cardinalText', 1, 12), ['One', 'Twelve']);
    assert.deepEqual(shown('ordinalText', 3), ['Third']);
    assert.deepEqual(shown('none', 3), ['']);
    assert.deepEqual(shown('chicago', 3), [undefined]);
  });
});
