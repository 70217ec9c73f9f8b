import assert from 'node:assert/strict';
import { readFrontMatter } from '../../server/src/text/frontMatter.js';

describe('front matter', () => {
  it('names the part of the Code, its title, version and day', () => {
    const text =
      '---\npart: Section D\ntitle: Changing\nversion: "6.10"\neffective: 2019-04-26\nsource: d.docx\n---\nD1 X';
    assert.deepEqual(readFrontMatter(text), {
      part: 'Section D',
      title: 'Changing',
      version: '6.10',
      effective: '2019-04-26',
    });
  });

  it('keeps a version as it is written, quoted or not', () => {
    assert.equal(readFrontMatter('---\nversion: 6.10\n---\n').version, '6.10');
    assert.equal(readFrontMatter("---\nversion: '6.10'\n---\n").version, '6.10');
  });

  it('gives one baseline for all parts, or one for each', () => {
    assert.equal(readFrontMatter('---\nbaseline: "6.12"\n---\n').baseline, '6.12');
    const each = '---\nmodification: SECMP0023\nbaseline: { Section A: "6.5", Appendix AB: "1.1" }\n---\n';
    assert.deepEqual(readFrontMatter(each), {
      modification: 'SECMP0023',
      baseline: { 'Section A': '6.5', 'Appendix AB': '1.1' },
    });
  });

  it('is read with Windows line ends, spaces behind the dashes and a byte order mark', () => {
    assert.equal(readFrontMatter('---  \r\npart: Section D\r\n---\r\nD1 X').part, 'Section D');
    assert.equal(readFrontMatter('\ufeff---\npart: Section D\n---\n').part, 'Section D');
    assert.equal(readFrontMatter('---\npart: Section D\n---').part, 'Section D');
  });

  for (const [line, title] of [
    ['title: A - B (C)', 'A - B (C)'],
    ['title: null', 'null'],
    ['title: "A - B"', 'A - B'],
    ['title: A:B', 'A:B'],
    ['title: A # said in passing', 'A'],
    ['title: ""', ''],
  ] as const)
    it(`reads \`${line}\` as YAML does`, () => {
      assert.equal(readFrontMatter(`---\n${line}\n---\n`).title, title);
    });

  it('is empty where a text has none', () => {
    for (const text of [
      '',
      '---',
      '---\npart: Section D\n',
      '\n---\npart: Section D\n---\n',
      'part: Section D',
      '---\n---\n',
    ]) {
      assert.deepEqual(readFrontMatter(text), {}, JSON.stringify(text));
    }
  });

  it('that cannot be read says why in one line and names nothing', () => {
    for (const yaml of ['part: [', 'part: "x', ': :\n\t- a', 'a: *b']) {
      const { error, ...rest } = readFrontMatter(`---\n${yaml}\n---\n`);
      assert.match(error ?? '', /^the front matter is no YAML that can be read: [^\n]+$/, yaml);
      assert.deepEqual(rest, {});
    }
  });

  it('of another shape than a list of keys means nothing', () => {
    for (const yaml of ['- part', 'words', '12', 'part: [a]', 'part: { a: b }']) {
      assert.deepEqual(readFrontMatter(`---\n${yaml}\n---\n`), {}, yaml);
    }
  });
});
