import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetBehind, type PositionEncoding } from '../text/positionEncoding.js';
import type { Position } from '../text/lineIndex.js';

/** How the texts of open documents are made and kept: edits come with positions in the client's own encoding. */
export function openTexts(encoding: () => PositionEncoding): {
  create: typeof TextDocument.create;
  update: (
    document: TextDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ) => TextDocument;
} {
  return {
    create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
    update: (document, changes, version) => {
      if (encoding() === 'utf-16') return TextDocument.update(document, changes, version);
      // Each change is counted in the text that the one before it left.
      return changes.reduce(
        (text, change) => TextDocument.update(text, [inUtf16(text, change, encoding())], version),
        document,
      );
    },
  };
}

function inUtf16(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { start, end } = change.range;
  const range = {
    start: positionInUtf16(document, start, encoding),
    end: positionInUtf16(document, end, encoding),
  };
  return { range, text: change.text };
}

function positionInUtf16(
  document: TextDocument,
  { line, character }: Position,
  encoding: PositionEncoding,
): Position {
  const words = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: offsetBehind(words, 0, character, words.length, encoding) };
}
