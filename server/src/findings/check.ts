import type { DocumentView } from '../index/documentView.js';
import type { Span } from '../text/span.js';
import { findingCodes, type RuleSettings } from './codes.js';
import { duplicateDefinition } from './duplicateDefinition.js';
import type { Finding, Fix, Report, Rule } from './finding.js';
import { headingMismatch } from './headingMismatch.js';
import { invalidDate } from './invalidDate.js';
import { malformedModificationId } from './malformedModificationId.js';
import { nearMissTerm } from './nearMissTerm.js';
import { placeholder } from './placeholder.js';
import { readSuppressions } from './suppressions.js';
import { textEncoding } from './textEncoding.js';
import { unbalancedMark } from './unbalancedMark.js';
import { undefinedTerm } from './undefinedTerm.js';
import { unknownDocumentVersion } from './unknownDocumentVersion.js';
import { unknownModification } from './unknownModification.js';
import { unresolvedReference } from './unresolvedReference.js';

/** What the user decides about findings. */
export interface CheckSettings {
  readonly rules: RuleSettings;
  /** Terms that are known to be right. */
  readonly terms: readonly string[];
  /** The day for which versions are judged, `YYYY-MM-DD`. */
  readonly asAt: string;
}

/** All rules; the settings give those what they need that depend on them. */
function rulesFor(settings: CheckSettings): Rule[] {
  return [
    undefinedTerm(settings.terms),
    nearMissTerm(settings.terms),
    unresolvedReference,
    headingMismatch,
    duplicateDefinition,
    malformedModificationId,
    unknownModification,
    unknownDocumentVersion(settings.asAt),
    placeholder,
    invalidDate,
    unbalancedMark,
    textEncoding,
  ];
}

/**
 * All findings of a document, in text order: rules that are off are not run, suppressed findings left out.
 * A text that is too large is looked at for references and terms only.
 */
export function check(view: DocumentView, settings: CheckSettings): Finding[] {
  const { document } = view;
  const suppressions = readSuppressions(document);
  const findings: Finding[] = [];
  for (const rule of rulesFor(settings)) {
    const setting = settings.rules[rule.code];
    if (setting === 'off' || (document.isShallow && !rule.runsOnLarge)) continue;
    for (const report of rule.find(view)) {
      const span = report.isFileSpan ? report.span : document.reading.toFileSpan(report.span);
      if (suppressions.isSilent(rule.code, document.lines.positionAt(span.start).line)) continue;
      findings.push({
        start: span.start,
        end: span.end,
        code: rule.code,
        severity: setting ?? report.severity ?? findingCodes[rule.code],
        message: report.message,
        fixes: fixesOf(view, report, span),
        related: report.related ?? [],
      });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

/** Fixes that replace the span; none where a change mark stands inside it, which a replacement would destroy. */
function fixesOf(view: DocumentView, report: Report, span: Span): Fix[] {
  const { replacements = [] } = report;
  if (replacements.length === 0) return [];
  const isWhole = view.document.reading.marks.every(
    (mark) =>
      mark.end <= span.start ||
      mark.start >= span.end ||
      (mark.kept.start <= span.start && span.end <= mark.kept.end),
  );
  if (!isWhole) return [];
  return replacements.map((newText) => ({
    title: `Change to “${newText}”`,
    edits: [{ uri: view.document.uri, start: span.start, end: span.end, newText }],
    isPreferred: replacements.length === 1,
  }));
}
