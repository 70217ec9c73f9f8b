import type { Change, Paragraph, Piece } from './blocks.js';

/** What becomes of tracked changes: kept as change marks, accepted, or rejected. */
export type ChangeTreatment = 'keep' | 'accept' | 'reject';

/** A piece as it is written: a note's mark is text by now. */
export type WrittenPiece = Exclude<Piece, { readonly kind: 'note' }>;

/** Whether words that stand in a change are in the text under the treatment. */
export function isWritten(change: Change | undefined, treatment: ChangeTreatment): boolean {
  if (!change || treatment === 'keep') return true;
  return change.kind === (treatment === 'accept' ? 'insertion' : 'deletion');
}

/** A paragraph's number as pieces: plain where both views agree, else what the changes made of it. */
export function labelPieces(
  { label, markChange, labelChange, pieces }: Paragraph,
  treatment: ChangeTreatment,
): WrittenPiece[] {
  const { now, before } = label;
  const text = (words: string, change?: Change): WrittenPiece => ({
    kind: 'text',
    text: `${words} `,
    change,
  });
  if (treatment === 'accept') return now === undefined ? [] : [text(now)];
  if (treatment === 'reject') return before === undefined ? [] : [text(before)];
  if (now === before) return now === undefined ? [] : [text(now)];
  const changes = pieces.flatMap((piece) =>
    piece.kind === 'comment' || !piece.change ? [] : [piece.change],
  );
  const madeBy = (kind: Change['kind']): Change => {
    const made = [...changes, ...(markChange ? [markChange] : [])].find((change) => change.kind === kind);
    return made ?? { ...noAuthor(kind), ...labelChange, kind, isMove: false };
  };
  const isWhole = (kind: Change['kind']): boolean =>
    pieces.every((piece) => piece.kind === 'comment' || piece.change?.kind === kind);
  const written: WrittenPiece[] = [];
  // A number that only moved along with those before it was changed by nobody.
  const isRenumbered =
    now !== undefined && before !== undefined && !isWhole('insertion') && !isWhole('deletion');
  if (before !== undefined)
    written.push(text(before, isRenumbered ? noAuthor('deletion') : madeBy('deletion')));
  if (now !== undefined) written.push(text(now, isRenumbered ? noAuthor('insertion') : madeBy('insertion')));
  return written;
}

function noAuthor(kind: Change['kind']): Change {
  return { kind, author: '', date: '', isMove: false };
}

/** Writes pieces with their change marks (CriticMarkup), author and date behind each. */
export function writePieces(pieces: readonly WrittenPiece[]): string {
  const joined = joinAlike(pieces);
  let written = '';
  for (let i = 0; i < joined.length; i++) {
    const piece = joined[i] as WrittenPiece;
    const next = joined[i + 1];
    if (piece.kind === 'comment') {
      written += comment(piece.text);
    } else if (!piece.change) {
      written += piece.text;
    } else if (
      piece.change.kind === 'deletion' &&
      next?.kind === 'text' &&
      next.change?.kind === 'insertion' &&
      isSameHand(piece.change, next.change)
    ) {
      written += writeReplacement(piece.text, next.text) + authorOf(piece.change);
      i++;
    } else {
      written += writeChange(piece.change, piece.text);
    }
  }
  return written;
}

function writeChange(change: Change, text: string): string {
  const { open, close } = changeMark(change);
  return `${open}${text}${close}`;
}

/** The signs around changed words; author and date stand behind the closing one. */
export function changeMark(change: Change): { readonly open: string; readonly close: string } {
  return change.kind === 'insertion'
    ? { open: '{++', close: `++}${authorOf(change)}` }
    : { open: '{--', close: `--}${authorOf(change)}` };
}

/** White space that both ends share stays outside: `{~~D1.2~>D1.3~~} The Panel`. */
function writeReplacement(old: string, proposed: string): string {
  const tail = old.endsWith(' ') && proposed.endsWith(' ') ? ' ' : '';
  const cut = tail.length;
  return `{~~${old.slice(0, old.length - cut)}~>${proposed.slice(0, proposed.length - cut)}~~}${tail}`;
}

function authorOf({ author, date, isMove }: Change): string {
  const who = [author, date].filter((part) => part !== '').join(' ');
  return `${who === '' ? '' : comment(`@${who}`)}${isMove ? comment('moved') : ''}`;
}

function comment(text: string): string {
  return `{>>${text.replace(/\s+/g, ' ').replace(/<<\}/g, '<< }')}<<}`;
}

function isSameHand(a: Change, b: Change): boolean {
  return a.author === b.author && a.date === b.date && !a.isMove && !b.isMove;
}

function isSameChange(a: Change | undefined, b: Change | undefined): boolean {
  if (!a || !b) return a === b;
  return a.kind === b.kind && a.author === b.author && a.date === b.date && a.isMove === b.isMove;
}

function joinAlike(pieces: readonly WrittenPiece[]): WrittenPiece[] {
  const joined: WrittenPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'text' && piece.text === '') continue;
    if (piece.kind === 'text' && last?.kind === 'text' && isSameChange(piece.change, last.change))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

const signs = /\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}/;

/** Whether words of the source look like a change mark of ours. */
export function looksLikeMark(text: string): boolean {
  return signs.test(text);
}
