// Makes the Word files of test/fixtures/word anew, and beside each what LibreOffice prints of it as text: what the tests hold
// the import against. Needs LibreOffice and pandoc; the tests need neither. The same programs give the same bytes: dates and the
// order of parts, which change from run to run, are settled.
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const folder = 'test/fixtures/word';
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, stdio: 'inherit' });

writeFileSync(`${folder}/library.docx`, await Packer.toBuffer(gardenSection()));
run('pandoc', '-f', 'markdown', '-t', 'docx', 'pandoc.md', '-o', 'pandoc.docx');
run('soffice', '--headless', '--convert-to', 'docx:MS Word 2007 XML', 'libreoffice.html');
for (const name of ['library', 'pandoc', 'libreoffice']) {
  settle(`${folder}/${name}.docx`);
  run('soffice', '--headless', '--convert-to', 'txt:Text', `${name}.docx`);
}
// A small Code: two Sections by pandoc and an Appendix by LibreOffice, whose lists and notes are written as a page has them.
for (const name of ['section-a', 'section-d'])
  run('pandoc', '-f', 'markdown', '-t', 'docx', `code/${name}.md`, '-o', `code/${name}.docx`);
run('soffice', '--headless', '--convert-to', 'odt', '--outdir', 'code', 'code/appendix-ac.html');
run('soffice', '--headless', '--convert-to', 'docx', '--outdir', 'code', 'code/appendix-ac.odt');
rmSync(`${folder}/code/appendix-ac.odt`);
for (const name of ['section-a', 'section-d', 'appendix-ac']) {
  settle(`${folder}/code/${name}.docx`);
  run('soffice', '--headless', '--convert-to', 'txt:Text', '--outdir', 'code', `code/${name}.docx`);
}

function gardenSection() {
  const change = { author: 'J. Drafter', date: '2026-02-03T10:00:00Z' };
  const level = (at, format, text, start = 1) => ({
    level: at,
    format,
    text,
    start,
    style: { paragraph: { indent: { left: 720 * Math.max(1, at - 1), hanging: 720 } } },
  });
  const on = (at, ...content) =>
    new Paragraph({
      numbering: { reference: 'code', level: at },
      children: content.map((piece) => (typeof piece === 'string' ? new TextRun(piece) : piece)),
    });
  const definition = (term, ...meaning) =>
    new TableRow({
      children: [
        new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: term, bold: true })] })] }),
        new TableCell({ children: meaning }),
      ],
    });
  return new Document({
    numbering: {
      config: [
        {
          reference: 'code',
          levels: [
            level(0, LevelFormat.UPPER_LETTER, 'SECTION %1:', 4),
            level(1, LevelFormat.DECIMAL, '%1%2'),
            level(2, LevelFormat.DECIMAL, '%1%2.%3'),
            level(3, LevelFormat.LOWER_LETTER, '(%4)'),
            level(4, LevelFormat.LOWER_ROMAN, '(%5)'),
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('The day on which the change was made.')] } },
    sections: [
      {
        children: [
          on(0, 'CHANGE OF THE GARDEN'),
          on(1, 'PLANTING'),
          new Paragraph({ children: [new TextRun({ text: 'Who may plant', bold: true })] }),
          on(2, 'A Gardener may plant a Tree on a Working Day.'),
          on(2, 'A Gardener shall:'),
          on(3, 'dig a hole;'),
          on(3, 'water it:'),
          on(4, 'daily; or'),
          on(4, 'weekly; and'),
          on(3, 'tell the Committee.'),
          on(2, 'The Committee meets on 1 May', new FootnoteReferenceRun(1), ' each year.'),
          on(
            2,
            'The Gardener ',
            new DeletedTextRun({ text: 'may', id: 1, ...change }),
            new InsertedTextRun({ text: 'shall', id: 2, ...change }),
            ' keep a book.',
          ),
          new Paragraph({
            numbering: { reference: 'code', level: 2 },
            run: { insertion: { id: 3, ...change } },
            children: [new InsertedTextRun({ text: 'The book is open to all.', id: 4, ...change })],
          }),
          on(2, 'In this Section the following terms have the meanings set beside them:'),
          new Table({
            rows: [
              definition('Gardener', new Paragraph('means a person who plants.')),
              definition(
                'Tree',
                new Paragraph('means a plant with one stem that:'),
                on(3, 'is above two metres; or'),
                on(3, 'was planted as one.'),
              ),
            ],
          }),
          on(1, 'CUTTING'),
          on(2, 'No Tree may be cut before Section D1.1 has been read.'),
        ],
      },
    ],
  });
}

/** Takes out of a file what tells one run from another: the day it was made, how long that took, and ids made by chance. */
function settle(file) {
  const chance = new Map();
  const settled = (text) =>
    text
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$12026-02-03T10:00:00Z')
      .replace(/<TotalTime>\d+<\/TotalTime>/, '<TotalTime>0</TotalTime>')
      .replace(/\brId(?=[\w-]*[A-Za-z_-])[\w-]{15,}/g, (id) => {
        if (!chance.has(id)) chance.set(id, `rIdSettled${chance.size + 1}`);
        return chance.get(id);
      });
  const entries = Object.entries(unzipSync(readFileSync(file))).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = entries.map(([name, bytes]) => [
    name,
    /\.(?:xml|rels)$/.test(name) ? strToU8(settled(strFromU8(bytes))) : bytes,
  ]);
  writeFileSync(file, zipSync(Object.fromEntries(parts), { mtime: '2026-02-03T10:00:00' }));
}
