import { emptyParagraph, type Block, type Paragraph } from './blocks.js';
import type { ChangeTreatment } from './changes.js';

/** With the changes accepted or rejected, paragraphs whose dividing mark is not in the text are one. */
export function joinBlocks(blocks: readonly Block[], treatment: ChangeTreatment): Block[] {
  if (treatment === 'keep') return [...blocks];
  const gone = treatment === 'accept' ? 'deletion' : 'insertion';
  const joined: Block[] = [];
  let open: Paragraph[] = [];
  const close = (): void => {
    if (open.length > 0) joined.push(joinParagraphs(open, gone));
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      joined.push(block);
      continue;
    }
    open.push(block);
    if (block.markChange?.kind !== gone) close();
  }
  close();
  return joined;
}

function joinParagraphs(paragraphs: readonly Paragraph[], gone: 'insertion' | 'deletion'): Paragraph {
  const last = paragraphs.at(-1) ?? emptyParagraph();
  if (paragraphs.length === 1) return last;
  const labelled = paragraphs.find(
    ({ label }) => (gone === 'deletion' ? label.now : label.before) !== undefined,
  );
  const carrier = labelled ?? last;
  return {
    ...carrier,
    pieces: paragraphs.flatMap(({ pieces }) => pieces),
    bookmarks: paragraphs.flatMap(({ bookmarks }) => bookmarks),
    shownNumbers: paragraphs.flatMap(({ shownNumbers }) => shownNumbers),
    losses: paragraphs.flatMap(({ losses }) => losses),
    isContents: paragraphs.every(({ isContents }) => isContents),
  };
}
