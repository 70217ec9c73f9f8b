import {
  DiagnosticSeverity,
  MarkupKind,
  type Diagnostic,
  type Hover as LspHover,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { renderMarkdown, renderPlainText, type Content } from '../features/content.js';
import type { Hover } from '../features/hover.js';
import type { Finding, Severity } from '../findings/finding.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { Position, Range } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import type { FindingLink } from './findingLinks.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const diagnosticSource = 'smart-energy-code';

/** A span of the file as lines and characters. */
export function toRange(document: DocumentFacts, span: Span): Range {
  return document.lines.range(span.start, span.end);
}

/** A span of the reading as lines and characters of the file. */
export function toReadingRange(document: DocumentFacts, span: Span): Range {
  return toRange(document, document.reading.toFileSpan(span));
}

/** The reading offset of a position in the file. */
export function toReadingOffset(document: DocumentFacts, position: Position): number {
  return document.reading.fromFile(document.lines.offsetAt(position));
}

/** The offset in the file of a place. */
export function toOffset({ lines }: DocumentFacts, position: Position): number {
  return lines.offsetAt(position);
}

export function toDiagnostic(
  document: DocumentFacts,
  finding: Finding,
  find: (uri: string) => DocumentFacts | undefined,
  linkTo: FindingLink,
): Diagnostic {
  const related = finding.related.flatMap(({ uri, span, message }) => {
    const home = find(uri);
    return home ? [{ location: { uri, range: toRange(home, span) }, message }] : [];
  });
  const href = linkTo(finding.code);
  return {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    code: finding.code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: diagnosticSource,
    message: finding.message,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

export function toHover(document: DocumentFacts, { span, content }: Hover, isMarkdown: boolean): LspHover {
  return { range: toReadingRange(document, span), contents: toMarkup(content, isMarkdown) };
}

/** What a hover or completion says, in the form that the client shows. */
export function toMarkup(content: Content, isMarkdown: boolean): MarkupContent {
  return isMarkdown
    ? { kind: MarkupKind.Markdown, value: renderMarkdown(content) }
    : { kind: MarkupKind.PlainText, value: renderPlainText(content) };
}
