import type { Severity } from './finding.js';

/** The codes of findings and their default severities (product.md, Findings). */
export const findingCodes = {
  'undefined-term': 'warning',
  'near-miss-term': 'warning',
  'uncapitalised-term': 'hint',
  'unresolved-reference': 'error',
  'ambiguous-reference': 'warning',
  'heading-mismatch': 'warning',
  'self-reference-mismatch': 'warning',
  'direction-mismatch': 'warning',
  'dangling-meaning': 'error',
  'duplicate-definition': 'error',
  'circular-definition': 'warning',
  'unused-definition': 'hint',
  'definition-order': 'hint',
  'malformed-modification-id': 'warning',
  'unknown-modification': 'information',
  'modification-title-mismatch': 'information',
  'unknown-document-version': 'warning',
  'instruction-mismatch': 'error',
  numbering: 'warning',
  'number-words': 'warning',
  placeholder: 'warning',
  'invalid-date': 'warning',
  'unbalanced-mark': 'error',
  'text-encoding': 'information',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof findingCodes;

export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(findingCodes, text);
}

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `off` silences a code. */
export type RuleSetting = Severity | 'off';

export function isRuleSetting(text: string): text is RuleSetting {
  return text === 'off' || (severities as readonly string[]).includes(text);
}

export type RuleSettings = Partial<Record<FindingCode, RuleSetting>>;
