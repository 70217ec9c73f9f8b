import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { list, onList, p, wordFile, zip } from '../support/wordFile.js';
import { useTempFolder } from '../support/tempFolder.js';

const good = wordFile({ body: p('SECTION D: GARDENS') + p('D1 PLANTING') + p('D1.1 A Party may plant.') });
const ole = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(2000),
]);
const document = (xml: string | Uint8Array, level: 0 | 6 = 6): Uint8Array =>
  zip(
    {
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="d.xml"/></Relationships>',
      'd.xml': xml,
    },
    level,
  );
const body = (inside: string, before = ''): string =>
  `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

function relationships(kinds: readonly string[]): string {
  const all = kinds.map(
    (kind, i) =>
      `<Relationship Id="r${i}" Type="x/${kind}" Target="${kind === 'header' ? `header${i}` : 'd'}.xml"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** A zip in whose directory each name is another one of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

describe('Word files that are broken or made to do harm', () => {
  const folder = useTempFolder();
  const hostile: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['0 bytes', new Uint8Array(), /it is empty/],
    ['cut short', good.subarray(0, good.length - 200), /damaged or no zip file/],
    ['a zip of nothing known', zip({ 'a.bin': 'x' }), /no Word file/],
    ['a file of another kind that calls itself one', Buffer.from('MZ\0\0'), /no Word file and no zip/],
    ['a text that calls itself one', Buffer.from('Not found'), /no Word file and no zip/],
    ['a spreadsheet', zip({ '_rels/.rels': '<a/>', 'xl/workbook.xml': '<a/>' }), /Excel workbook/],
    [
      'an OpenDocument text',
      zip({ mimetype: 'x', 'content.xml': '<a/>' }),
      /OpenDocument file.*save it as \.docx/,
    ],
    ['of the old kind', ole, /old kind \(\.doc\).*save it as \.docx/],
    [
      'under a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      /protected by a password.*take the password away/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xff'), /it is a PDF/],
    ['an RTF', Buffer.from('{\\rtf1 x}'), /RTF.*save it as \.docx/],
    ['a zip bomb', document(body(p('a'.repeat(30_000_000)))), /would unpack to 30 MB/],
    [
      'a zip of a thousand parts that are harmless each',
      zip({
        '_rels/.rels': relationships(['officeDocument']),
        'd.xml': body(p('x')),
        '_rels/d.xml.rels': relationships(Array.from({ length: 1000 }, () => 'header')),
        ...Object.fromEntries(
          Array.from({ length: 1000 }, (_, i) => [`header${i}.xml`, body(p('a'.repeat(900_000)))]),
        ),
      }),
      /would unpack to more than \d+ MB/,
    ],
    [
      'a zip of Word files that grow together',
      zip(
        Object.fromEntries(
          Array.from({ length: 60 }, (_, i) => [`${i}.docx`, document(body(p('a'.repeat(990_000))))]),
        ),
      ),
      /would unpack to more than 20 MB/,
    ],
    [
      'with an entity that grows',
      document(body(p('&b;'), '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')),
      /declares a document type/,
    ],
    [
      'with an entity from outside',
      document(body(p('&e;'), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
      /declares a document type/,
    ],
    [
      'nested a hundred thousand deep',
      document(body('<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000)), 0),
      /nested more than 256 deep/,
    ],
    [
      'nested deep inside a paragraph',
      document(body(`<w:p>${'<w:ins>'.repeat(100_000)}${'</w:ins>'.repeat(100_000)}</w:p>`), 0),
      /nested more than 256 deep/,
    ],
    ['of malformed XML', document(body('<w:p>')), /XML cannot be read/],
    ['of bytes that are no UTF-8', document(Buffer.from(body(p('caf\xe9')), 'latin1')), /not valid UTF-8/],
    [
      'with a path outside itself',
      renamed(zip({ 'aa/a/b.docx': good }), 'aa/a/b.docx', '../a/b.docx'),
      /names a file outside itself/,
    ],
    [
      'with an absolute path',
      renamed(zip({ 'aaa/b.docx': good }), 'aaa/b.docx', '/aa/b.docx'),
      /names a file outside itself/,
    ],
  ];
  for (const [name, bytes, told] of hostile) {
    it(`${name}: one error that says what to do, and nothing left behind`, async () => {
      await writeFile(path.join(folder.path, 'x.docx'), bytes);
      const { code, out, err } = folder.run('import', 'x.docx', '--out', 'sec');
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, told);
      assert.equal(err.trim().split('\n').length, 1, err);
      assert.deepEqual(await readdir(folder.path), ['x.docx']);
    });
  }

  it('leave the other files alone', async () => {
    await folder.write('bad.docx', good.subarray(0, 300));
    await folder.write('good.docx', good);
    const { code, out, err } = folder.run('import', 'bad.docx', 'good.docx', '--out', 'sec');
    assert.equal(code, 2);
    assert.match(err, /^error: bad\.docx: it is damaged/);
    assert.match(out, /section-d\.sec from good\.docx: 3 provisions/);
    assert.deepEqual(await readdir(path.join(folder.path, 'sec')), ['section-d.sec']);
  });

  it('with styles and lists that go round in a circle are read', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>';
    const numbering =
      list(1, [{ text: '%1' }], '<w:styleLink w:val="A"/><w:numStyleLink w:val="A"/>') +
      '<w:num w:numId="2"><w:abstractNumId w:val="99"/></w:num>';
    await folder.write(
      'x.docx',
      wordFile({
        body: p('One.', onList(1, 0) + '<w:pStyle w:val="A"/>') + p('Two.', onList(2, 8)),
        styles,
        numbering,
      }),
    );
    assert.equal(folder.run('import', 'x.docx', '--out', 'sec').code, 0);
    assert.match(await readFile(path.join(folder.path, 'sec/x.sec'), 'utf8'), /\n1 One\.\n\nTwo\.\n$/);
  });
});
