import type { DocumentFacts } from '../index/documentFacts.js';
import type { Finding, Fix, FixEdit } from './finding.js';
import { frontMatterEnd } from '../text/masks.js';

/** The fixes of a finding: its own mends, then silence here and in this file. */
export function quickFixes(document: DocumentFacts, finding: Finding): Fix[] {
  return [
    ...finding.fixes,
    { title: `Ignore ${finding.code} here`, edits: [ignoreHere(document, finding)], isPreferred: false },
    {
      title: `Ignore ${finding.code} in this file`,
      edits: [ignoreInFile(document, finding)],
      isPreferred: false,
    },
  ];
}

/** A comment on a line of its own above the finding's line, with that line's indentation. */
function ignoreHere(document: DocumentFacts, finding: Finding): FixEdit {
  const start = document.lines.lineStart(document.lines.positionAt(finding.start).line);
  const indent = /^[ \t]*/.exec(document.text.slice(start))?.[0] ?? '';
  const newText = `${indent}<!-- smart-energy-code-disable-next-line ${finding.code} -->${lineBreak(document)}`;
  return { uri: document.uri, start, end: start, newText };
}

/** A comment at the head of the file, behind its front matter. */
function ignoreInFile(document: DocumentFacts, finding: Finding): FixEdit {
  const start = frontMatterEnd(document.text);
  const isInLine = start > 0 && !/[\r\n]/.test(document.text[start - 1] as string);
  const lead = isInLine ? lineBreak(document) : '';
  const newText = `${lead}<!-- smart-energy-code-disable-file ${finding.code} -->${lineBreak(document)}`;
  return { uri: document.uri, start, end: start, newText };
}

function lineBreak(document: DocumentFacts): string {
  return document.text.includes('\r\n') ? '\r\n' : '\n';
}
