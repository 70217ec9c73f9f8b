import type { WrittenPiece } from './changes.js';

/** The words of pieces without their marks. */
function plainWords(pieces: readonly WrittenPiece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

const labelAndTab = /^\(?[A-Za-z0-9.]{1,12}\)?\t/;

/**
 * Takes white space from both ends of a paragraph and puts a space for the tab behind a number that is typed. Tabs between
 * words stay: they part the columns of a list.
 */
export function tidyPieces(pieces: readonly WrittenPiece[]): WrittenPiece[] {
  const tidied = pieces.map((piece) =>
    piece.kind === 'text' ? { ...piece, text: piece.text.replace(/[ \t]*\n\s*/g, '\n') } : piece,
  );
  trimEnd(tidied, [...tidied.keys()], (text) => text.trimStart());
  trimEnd(tidied, [...tidied.keys()].reverse(), (text) => text.trimEnd());
  if (labelAndTab.test(plainWords(tidied))) {
    const at = tidied.findIndex((piece) => piece.kind === 'text' && piece.text.includes('\t'));
    const piece = tidied[at];
    if (piece?.kind === 'text') tidied[at] = { ...piece, text: piece.text.replace('\t', ' ') };
  }
  return tidied;
}

function trimEnd(pieces: WrittenPiece[], order: readonly number[], trim: (text: string) => string): void {
  for (const at of order) {
    const piece = pieces[at];
    if (piece?.kind !== 'text') continue;
    const text = trim(piece.text);
    pieces[at] = { ...piece, text };
    if (text !== '') return;
  }
}
