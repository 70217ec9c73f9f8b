import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';

/**
 * Word files laid out as those of the Code are: one for each part, numbers from multilevel lists, definitions in tables, cross-
 * references in fields, notes, comments, tracked changes, contents lists and page headers. Made with the library `docx`.
 */
const change = { author: 'J. Drafter', date: '2026-02-03T10:00:00Z' };
type Words = string | ParagraphChild | readonly (string | ParagraphChild)[];

function children(words: Words): ParagraphChild[] {
  return (Array.isArray(words) ? words : [words]).map((piece: string | ParagraphChild) =>
    typeof piece === 'string' ? new TextRun(piece) : piece,
  );
}

const on = (level: number, words: Words, reference = 'code'): Paragraph =>
  new Paragraph({ numbering: { reference, level }, children: children(words) });
const plain = (words: Words): Paragraph => new Paragraph({ children: children(words) });
const side = (words: string): Paragraph =>
  new Paragraph({ keepNext: true, children: [new TextRun({ text: words, bold: true })] });
const bold = (text: string): TextRun => new TextRun({ text, bold: true });
const place = (id: string, words: string): Bookmark => new Bookmark({ id, children: [new TextRun(words)] });
const ref = (id: string, shown: string): SimpleField => new SimpleField(` REF ${id} \\r \\h `, shown);

const cell = (content: Words | readonly (Paragraph | Table)[], span = 1): TableCell =>
  new TableCell({
    columnSpan: span,
    width: { size: 4500 * span, type: WidthType.DXA },
    children:
      Array.isArray(content) && content.every((part) => part instanceof Paragraph || part instanceof Table)
        ? content
        : [plain(content as Words)],
  });
const row = (...cells: readonly TableCell[]): TableRow => new TableRow({ children: [...cells] });
const head = (...names: readonly string[]): TableRow =>
  new TableRow({ tableHeader: true, children: names.map((name) => cell(bold(name))) });
const means = (term: string, ...meaning: readonly (string | Paragraph)[]): TableRow =>
  row(cell(bold(term)), cell(meaning.map((part) => (typeof part === 'string' ? plain(part) : part))));

const levelsOf = (start: number, isSection: boolean) =>
  (isSection
    ? [
        ['SECTION %1:', LevelFormat.UPPER_LETTER, start],
        ['%1%2', LevelFormat.DECIMAL, 1],
        ['%1%2.%3', LevelFormat.DECIMAL, 1],
        ['(%4)', LevelFormat.LOWER_LETTER, 1],
        ['(%5)', LevelFormat.LOWER_ROMAN, 1],
        ['(%6)', LevelFormat.UPPER_LETTER, 1],
      ]
    : [
        ['%1', LevelFormat.DECIMAL, 1],
        ['%1.%2', LevelFormat.DECIMAL, 1],
        ['(%3)', LevelFormat.LOWER_LETTER, 1],
        ['(%4)', LevelFormat.LOWER_ROMAN, 1],
      ]
  ).map(([text, format, first], level) => ({
    level,
    text: text as string,
    format: format as (typeof LevelFormat)[keyof typeof LevelFormat],
    start: first as number,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 720 * Math.max(1, level - 1), hanging: 720 } } },
  }));

interface PartFile {
  readonly name: string;
  /** The letter of a Section, counted from 1; undefined for a part that counts its clauses for itself. */
  readonly letter?: number;
  readonly header: string;
  readonly body: readonly (Paragraph | Table | TableOfContents)[];
  readonly footnotes?: readonly string[];
  readonly comments?: readonly string[];
}

async function fileOf({
  letter,
  header,
  body,
  footnotes = [],
  comments = [],
}: PartFile): Promise<Uint8Array> {
  const document = new Document({
    features: { updateFields: false },
    numbering: {
      config: [
        { reference: 'code', levels: levelsOf(letter ?? 1, letter !== undefined) },
        {
          reference: 'meaning',
          levels: [
            { level: 0, text: '(%1)', format: LevelFormat.LOWER_LETTER, alignment: AlignmentType.LEFT },
            { level: 1, text: '(%2)', format: LevelFormat.LOWER_ROMAN, alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    footnotes: Object.fromEntries(footnotes.map((note, i) => [i + 1, { children: [new Paragraph(note)] }])),
    comments: {
      children: comments.map((note, i) => ({
        id: i,
        author: 'R. Reviewer',
        date: new Date(change.date),
        children: [new Paragraph(note)],
      })),
    },
    sections: [
      {
        headers: {
          default: new Header({ children: [new Paragraph(header), new Paragraph('Version 6.12')] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [...body],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const deleted = (text: string, id: number): DeletedTextRun => new DeletedTextRun({ text, id, ...change });
const inserted = (text: string, id: number): InsertedTextRun => new InsertedTextRun({ text, id, ...change });

const sectionA: PartFile = {
  name: 'section-a.docx',
  letter: 1,
  header: 'SEC – Section A: Definitions and Interpretation',
  body: [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Smart Energy Code')] }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
    plain(new PageBreak()),
    on(0, 'DEFINITIONS AND INTERPRETATION'),
    on(1, 'DEFINITIONS'),
    on(
      2,
      'In this Code, except where the context otherwise requires, the expressions in the left hand column below shall have the meanings given to them in the right hand column below:',
    ),
    new Table({
      rows: [
        row(cell(bold('A'), 2)),
        means('Allotment', 'means a piece of land that is let to a Gardener for growing plants.'),
        means(
          'Allotment Register',
          'means the register that the Committee keeps under Section D2.3 (Keeping the Register).',
        ),
        means('Autumn Inspection', 'has the meaning given to that expression in Section H1.2 (Inspections).'),
        row(cell(bold('B'), 2)),
        means(
          'Boundary Hedge',
          'means, in respect of an Allotment, a Hedge that:',
          on(0, 'stands on the line between two Allotments; and', 'meaning'),
          on(0, 'was planted:', 'meaning'),
          on(1, 'by the Committee; or', 'meaning'),
          on(1, 'with its consent.', 'meaning'),
        ),
        row(cell(bold('C'), 2)),
        means('Committee', 'means the body established under Section D1 (The Committee).'),
        means('Composting Guide', 'means the document set out in Appendix AB (Composting Guide).'),
        row(cell(bold('G'), 2)),
        means('Garden Day', 'means any day other than a Sunday.'),
        means('Gardener', 'means a person to whom the Committee lets an Allotment.'),
        means('Gardener’s Notice', 'has the meaning given to that expression in Section D2.2.'),
        row(cell(bold('H'), 2)),
        means('Hedge', 'means a row of shrubs that are kept at one height.'),
        row(cell(bold('T'), 2)),
        means('Tree', 'means a plant with one woody stem that is'),
        row(cell(''), cell('higher than two metres (and “Trees” shall be construed accordingly).')),
        row(cell(bold('W'), 2)),
        means('Watering Charge', 'means the amount calculated in accordance with Section H2 (Charges).'),
      ],
    }),
    on(1, 'INTERPRETATION'),
    on(2, 'In this Code, unless the context otherwise requires, any reference to:'),
    on(3, 'the singular includes the plural, and the reverse;'),
    on(3, 'a gender includes every gender; and'),
    on(3, 'a “person” includes a body corporate.'),
    on(2, 'The headings in this Code are for ease of reference only.'),
  ],
};

const sectionD: PartFile = {
  name: 'section-d.docx',
  letter: 4,
  header: 'SEC – Section D: Committee and Gardeners',
  footnotes: ['The first Committee was appointed on 1 May 2019.'],
  comments: ['Should this be fifteen Garden Days?'],
  body: [
    on(0, 'COMMITTEE AND GARDENERS'),
    on(1, 'THE COMMITTEE'),
    side('Establishment of the Committee'),
    on(2, ['There shall be a ', bold('Committee'), ' of five Gardeners', new FootnoteReferenceRun(1), '.']),
    on(2, [place('_Ref1', 'The Committee shall:')]),
    on(3, 'meet on the first Garden Day of each month;'),
    on(3, 'keep minutes of each meeting, which:'),
    on(4, 'record who was there; and'),
    on(4, 'are sent to:'),
    on(5, 'each Gardener; and'),
    on(5, 'the landowner; and'),
    on(3, 'comply with the Composting Guide.'),
    side('Decisions'),
    on(2, [
      'The Committee ',
      deleted('may', 1),
      inserted('shall', 2),
      ' decide by a majority of those who vote.',
    ]),
    new Paragraph({
      numbering: { reference: 'code', level: 2 },
      run: { insertion: { id: 3, ...change } },
      children: [inserted('The chair has a second vote where the votes are equal.', 4)],
    }),
    on(2, ['A decision under Section ', ref('_Ref1', 'D1.2'), ' takes effect on the next Garden Day.']),
    on(1, 'GARDENERS'),
    on(
      2,
      'A Gardener shall keep each Boundary Hedge below two metres, and shall not cut a Tree that stands on another Allotment.',
    ),
    on(2, [
      'A Gardener may give up an Allotment by a notice of not less than',
      new TextRun('\u00a0'),
      'ten (10) Garden Days',
      new CommentRangeStart(0),
      ' (a “Gardener’s Notice”)',
      new CommentRangeEnd(0),
      new TextRun({ children: [new CommentReference(0)] }),
      '.',
    ]),
    side('Keeping the Register'),
    on(2, 'The Committee shall keep a register of Allotments, and shall publish it on a website.'),
    plain([
      'It is linked from ',
      new ExternalHyperlink({
        link: 'https://example.org/register',
        children: [new TextRun('the Committee’s website')],
      }),
      '.',
    ]),
    on(
      2,
      'Section D2.3 applies to each Allotment, save as provided in paragraph (b) of Section D1.2 and in Sections H1.1 to H1.3.',
    ),
  ],
};

const sectionH: PartFile = {
  name: 'section-h.docx',
  letter: 8,
  header: 'SEC – Section H: Inspections and Charges',
  body: [
    on(0, 'INSPECTIONS AND CHARGES'),
    on(1, 'INSPECTIONS'),
    on(2, 'The Committee shall inspect each Allotment once a year.'),
    side('Inspections'),
    on(2, 'The inspection that takes place between September and November is the “Autumn Inspection”.'),
    on(2, ['Each inspection covers:', new TextRun({ children: [new Tab()] })]),
    on(3, 'each Hedge and each Tree; and'),
    on(3, 'the heap kept under clause 2.1 of Appendix AB.'),
    on(1, 'CHARGES'),
    on(2, 'The Watering Charge of a Gardener is:'),
    plain('WC = A × r'),
    plain('where:'),
    new Table({
      rows: [
        row(cell('A'), cell('is the area of the Allotment; and')),
        row(cell('r'), cell('is the rate in Section H2.2.')),
      ],
    }),
    on(2, 'The rates are:'),
    new Table({
      rows: [
        head('Month', 'Rate for sand', 'Rate for clay'),
        row(cell('June'), cell('10p'), cell('8p')),
        row(cell('July and August'), cell('12p, or what the Committee decides', 2)),
      ],
    }),
    on(2, 'The Watering Charge is payable within 20 Garden Days of the invoice.'),
    on(2, 'This Section H2 does not apply to an Allotment without a tap.'),
  ],
};

const appendix: PartFile = {
  name: 'appendix-ab.docx',
  header: 'SEC – Appendix AB: Composting Guide',
  body: [
    new Paragraph({ alignment: AlignmentType.CENTER, children: [bold('Appendix AB')] }),
    new Paragraph({ alignment: AlignmentType.CENTER, children: [bold('Composting Guide')] }),
    on(0, 'Introduction'),
    on(1, 'This document is the Composting Guide referred to in Section D1.2(c) of the Code.'),
    on(1, 'In this document the expressions below shall have the meanings set out beside them:'),
    new Table({
      rows: [
        head('Term', 'Meaning'),
        means('Green Waste', 'means leaves, grass and other soft parts of plants.'),
        means(
          'Heap',
          'means a pile of Green Waste that a Gardener keeps on an Allotment in accordance with clause 2.',
        ),
      ],
    }),
    on(0, 'Keeping a Heap'),
    on(1, 'A Gardener may keep one Heap, which:'),
    on(2, 'is not higher than 1.5m; and'),
    on(2, 'holds nothing but Green Waste.'),
    on(1, 'Clause 2.1(b) does not apply to paper.'),
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.CENTER,
      children: [bold('Annex A – Form of record')],
    }),
    new Table({
      rows: [head('Week', 'What was put on the Heap'), row(cell('1'), cell('')), row(cell('2'), cell(''))],
    }),
  ],
};

export const codeFiles: readonly PartFile[] = [sectionA, sectionD, sectionH, appendix];

/** The files by their names. */
export async function wordCode(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const part of codeFiles) files[part.name] = await fileOf(part);
  return files;
}
