import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import type { ChangeMark } from '../text/changeMarks.js';
import { firstAtOrAfter, type Span } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import { findingCodes, type RuleSettings } from './codes.js';
import { ambiguousReference } from './ambiguousReference.js';
import { circularDefinition } from './circularDefinition.js';
import { danglingMeaning } from './danglingMeaning.js';
import { definitionOrder } from './definitionOrder.js';
import { directionMismatch } from './directionMismatch.js';
import { modificationTitleMismatch } from './modificationTitleMismatch.js';
import { numbering } from './numbering.js';
import { numberWords } from './numberWords.js';
import { selfReferenceMismatch } from './selfReferenceMismatch.js';
import { uncapitalisedTerm } from './uncapitalisedTerm.js';
import { unusedDefinition } from './unusedDefinition.js';
import { duplicateDefinition } from './duplicateDefinition.js';
import type { Finding, Fix, Report, Rule } from './finding.js';
import { headingMismatch } from './headingMismatch.js';
import { instructionMismatch } from './instructionMismatch.js';
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
    uncapitalisedTerm,
    unresolvedReference,
    ambiguousReference,
    headingMismatch,
    selfReferenceMismatch,
    directionMismatch,
    danglingMeaning,
    duplicateDefinition,
    circularDefinition,
    unusedDefinition(settings.terms),
    definitionOrder,
    malformedModificationId,
    unknownModification,
    modificationTitleMismatch,
    unknownDocumentVersion(settings.asAt),
    instructionMismatch,
    numbering,
    numberWords,
    placeholder,
    invalidDate,
    unbalancedMark,
    textEncoding,
  ];
}

/** Rules as the settings have them, which are run together. */
interface Check {
  readonly rules: readonly Rule[];
  /** Set where the rules can be asked stretch by stretch: spans count from the start of the stretch in the file. */
  readonly question: StretchQuestion<readonly Finding[]> | undefined;
}

const checksOfSettings = new WeakMap<CheckSettings, readonly Check[]>();

/** The checks of settings that are the same object are the same objects, under which answers are kept. */
function checksFor(settings: CheckSettings): readonly Check[] {
  const held = checksOfSettings.get(settings);
  if (held) return held;
  const groups = new Map<string, Rule[]>();
  for (const rule of rulesFor(settings)) {
    const key = rule.restsOn ? `${rule.restsOn} ${rule.runsOnLarge}` : rule.code;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  const checks = Array.from(groups.values(), (rules): Check => {
    return { rules, question: rules[0]?.restsOn && stretchQuestion(rules, rules[0].restsOn, settings) };
  });
  checksOfSettings.set(settings, checks);
  return checks;
}

/** Rules that rest on the same are one question: to ask a stretch that did not change costs as much for many as for one. */
function stretchQuestion(
  rules: readonly Rule[],
  restsOn: StretchQuestion<unknown>['restsOn'],
  settings: CheckSettings,
): StretchQuestion<readonly Finding[]> {
  function* askInSteps(view: DocumentView): Steps<readonly Finding[]> {
    const findings: Finding[] = [];
    for (const rule of rules) findings.push(...(yield* findingsOf(rule, view, settings)));
    return findings;
  }
  return { restsOn, ask: (view) => finish(askInSteps(view)), askInSteps };
}

/**
 * All findings of a document, in text order: rules that are off are not run, suppressed findings left out.
 * A text that is too large is looked at for references and terms only.
 */
export function check(view: DocumentView, settings: CheckSettings): Finding[] {
  return finish(checkInSteps(view, settings));
}

/** The same, stopping between rules, in long ones, and between the stretches of a text that each is asked of, so that a server can do other things in between. */
export function* checkInSteps(view: DocumentView, settings: CheckSettings): Steps<Finding[]> {
  const { document } = view;
  const suppressions = readSuppressions(document);
  const findings: Finding[] = [];
  // Most rules ask for these: made here, they are made in steps.
  yield* document.joinTree();
  yield* view.prepareUses();
  for (const { rules, question } of checksFor(settings)) {
    if (document.isShallow && !rules.every(({ runsOnLarge }) => runsOnLarge)) continue;
    yield;
    if (!question) for (const rule of rules) findings.push(...(yield* findingsOf(rule, view, settings)));
    else
      for (const { answer, fileStart } of yield* view.askInSteps(question))
        for (const finding of answer) findings.push(moveFinding(finding, fileStart, document.uri));
  }
  const told =
    suppressions === undefined
      ? findings
      : findings.filter(
          ({ code, start }) => !suppressions.isSilent(code, document.lines.positionAt(start).line),
        );
  return told.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

function* findingsOf(rule: Rule, view: DocumentView, settings: CheckSettings): Steps<Finding[]> {
  const findings: Finding[] = [];
  const setting = settings.rules[rule.code];
  if (setting === 'off') return [];
  for (const report of rule.find(view)) {
    if (!report) {
      yield;
      continue;
    }
    const span = report.isFileSpan ? report.span : view.document.reading.toFileSpan(report.span);
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
  return findings;
}

/** A finding of a stretch in its place in the file; what it names in other files stays. */
function moveFinding(finding: Finding, by: number, uri: string): Finding {
  if (by === 0) return finding;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(finding),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => (edit.uri === uri ? move(edit) : edit)),
    })),
    related: finding.related.map((place) =>
      place.uri === uri ? { ...place, span: move(place.span) } : place,
    ),
  };
}

/** Fixes that replace the span or other words; none where a change mark stands inside them, which a replacement would destroy. */
function fixesOf(view: DocumentView, { replacements = [], mends = [] }: Report, span: Span): Fix[] {
  const { reading, uri } = view.document;
  const changes = [
    ...replacements.map((newText) => ({ title: `Change to “${newText}”`, ...plain(span), newText })),
    ...mends.map((mend) => ({ ...mend, ...plain(reading.toFileSpan(mend)) })),
  ];
  return changes
    .filter(({ start, end }) => isUnmarked(view, start, end))
    .map(({ title, start, end, newText }) => ({
      title,
      edits: [{ uri, start, end, newText }],
      isPreferred: changes.length === 1,
    }));
}

function plain({ start, end }: Span): Span {
  return { start, end };
}

function isUnmarked({ document }: DocumentView, start: number, end: number): boolean {
  const { marks } = document.reading;
  // Marks follow one another: the last that begins before the end is the only one to hold the words, any before it cuts them.
  const last = marks[firstAtOrAfter(marks.length, (i) => (marks[i] as ChangeMark).start, end) - 1];
  return !last || last.end <= start || (last.kept.start <= start && end <= last.kept.end);
}
