import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a Word file is made of: the insides of its parts, as WordprocessingML with the prefix `w`. */
export interface WordParts {
  readonly body: string;
  /** `w:abstractNum` and `w:num` elements. */
  readonly numbering?: string;
  /** `w:style` elements. */
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
}

const roots: Readonly<Record<keyof WordParts, string>> = {
  body: 'document',
  numbering: 'numbering',
  styles: 'styles',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
};

/** Makes the bytes of a `.docx` file; the same parts give the same bytes. */
export function wordFile(parts: WordParts): Uint8Array {
  const kinds = (Object.keys(roots) as (keyof WordParts)[]).filter(
    (kind) => kind !== 'body' && parts[kind] !== undefined,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      ['document.main', ...kinds]
        .map(
          (kind) =>
            `<Override PartName="/word/${kind.split('.')[0]}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(kinds.map((kind) => [kind, `${kind}.xml`])),
    'word/document.xml': part('document', `<w:body>${parts.body}</w:body>`),
  };
  for (const kind of kinds) files[`word/${kind}.xml`] = part(roots[kind], parts[kind] as string);
  return zip(files);
}

/**
 * A zip of texts or bytes; its dates do not depend on the day.
 * @param level how hard it is packed; 0 only stores
 */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const entries = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: '2019-04-26T00:00:00', level });
}

function part(root: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${main}" xmlns:r="${office}">${inside}</w:${root}>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

// ---- words of WordprocessingML ------------------------------------------------------------------------------------------

/** A paragraph; `properties` is what stands in its `w:pPr`. Text is given as runs or as plain words. */
export function p(content: string, properties = ''): string {
  const inside = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

export function inserted(text: string, author = 'A. Drafter', date = '2026-03-01T09:00:00Z'): string {
  return `<w:ins w:id="1" w:author="${author}" w:date="${date}">${run(text)}</w:ins>`;
}

export function deleted(text: string, author = 'A. Drafter', date = '2026-03-01T09:00:00Z'): string {
  return `<w:del w:id="2" w:author="${author}" w:date="${date}"><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`;
}

/** The `w:pPr` content of a paragraph on a list. */
export function onList(numId: number | string, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

export function style(name: string): string {
  return `<w:pStyle w:val="${name}"/>`;
}

export interface LevelSketch {
  readonly format?: string;
  readonly text: string;
  readonly start?: number;
  /** More elements of the level. */
  readonly more?: string;
}

/** A list definition and one list of the same number that uses it. */
export function list(id: number, levels: readonly LevelSketch[], more = ''): string {
  const all = levels.map(
    ({ format = 'decimal', text, start = 1, more: extra = '' }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${more}${all.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => row(cells)).join('')}</w:tbl>`;
}

/** A row of cells; a cell is plain words or paragraphs, with `w:tcPr` before them if need be. */
export function row(cells: readonly string[], properties = ''): string {
  const inside = cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`);
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${inside.join('')}</w:tr>`;
}

/** A field with its code and the text that it shows. */
export function field(code: string, shown: string): string {
  const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${sign('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${sign('separate')}${run(shown)}${sign('end')}`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
