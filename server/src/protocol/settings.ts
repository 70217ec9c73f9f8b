import type { InlayHintKinds } from '../features/inlayHints.js';
import { isFindingCode, isRuleSetting, type RuleSettings } from '../findings/codes.js';
import { parseDay } from '../model/calendar.js';

/** What the user set for one workspace folder. */
export interface Settings {
  /** Absolute, or relative to the workspace folder. */
  readonly codeFolder: string;
  /** A file or folder of the user's own facts; empty for none. */
  readonly facts: string;
  /** `YYYY-MM-DD`; empty for today. */
  readonly asAt: string;
  readonly include: readonly string[];
  readonly rules: RuleSettings;
  readonly terms: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
  readonly inlayHints: InlayHintKinds;
  readonly codeLens: { readonly references: boolean };
  readonly format: { readonly onType: boolean; readonly selection: boolean };
}

export interface ParsedSettings {
  readonly settings: Settings;
  /** One line for each value that is not allowed; its default holds instead. */
  readonly problems: readonly string[];
}

export const defaultSettings: Settings = {
  codeFolder: 'sec',
  facts: '',
  asAt: '',
  include: [],
  rules: {},
  terms: [],
  maxFileSize: 20_000_000,
  inlayHints: { headings: false, owners: false },
  codeLens: { references: true },
  format: { onType: false, selection: false },
};

/** Reads the section `smartEnergyCode` of a client's settings. Total: a wrong value is told and its default holds. */
export function parseSettings(value: unknown): ParsedSettings {
  const problems: string[] = [];
  if (value === null || value === undefined) return { settings: defaultSettings, problems };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { settings: defaultSettings, problems: ['smartEnergyCode must be an object of settings.'] };
  }
  const given = value as Record<string, unknown>;
  const text = (name: 'codeFolder' | 'facts'): string => {
    const set = given[name];
    if (typeof set === 'string') return set;
    if (set !== undefined && set !== null)
      problems.push(`smartEnergyCode.${name} must be a text, not ${typeof set}.`);
    return defaultSettings[name];
  };
  const list = (name: 'include' | 'terms'): readonly string[] => {
    const set = given[name];
    if (Array.isArray(set) && set.every((item) => typeof item === 'string')) return set;
    if (set !== undefined && set !== null) problems.push(`smartEnergyCode.${name} must be a list of texts.`);
    return defaultSettings[name];
  };
  return {
    settings: {
      codeFolder: text('codeFolder'),
      facts: text('facts'),
      asAt: readAsAt(given['asAt'], problems),
      include: list('include'),
      rules: readRules(given['rules'], problems),
      terms: list('terms'),
      maxFileSize: readSize(given['maxFileSize'], problems),
      inlayHints: readSwitches('inlayHints', given['inlayHints'], defaultSettings.inlayHints, problems),
      codeLens: readSwitches('codeLens', given['codeLens'], defaultSettings.codeLens, problems),
      format: readSwitches('format', given['format'], defaultSettings.format, problems),
    },
    problems,
  };
}

function readAsAt(set: unknown, problems: string[]): string {
  if (set === undefined || set === null || set === '') return '';
  if (typeof set === 'string' && parseDay(set)) return set;
  problems.push(`smartEnergyCode.asAt must be a day like 2019-04-26, not ${JSON.stringify(set)}.`);
  return '';
}

function readRules(set: unknown, problems: string[]): RuleSettings {
  if (set === undefined || set === null) return {};
  if (typeof set !== 'object' || Array.isArray(set)) {
    problems.push('smartEnergyCode.rules must be an object from codes to severities.');
    return {};
  }
  const rules: RuleSettings = {};
  for (const [code, severity] of Object.entries(set)) {
    if (!isFindingCode(code)) problems.push(`smartEnergyCode.rules: there is no code “${code}”.`);
    else if (typeof severity !== 'string' || !isRuleSetting(severity)) {
      problems.push(`smartEnergyCode.rules.${code} must be error, warning, information, hint or off.`);
    } else rules[code] = severity;
  }
  return rules;
}

function readSize(set: unknown, problems: string[]): number {
  if (set === undefined || set === null) return defaultSettings.maxFileSize;
  if (typeof set === 'number' && Number.isFinite(set) && set > 0) return set * 1e6;
  problems.push('smartEnergyCode.maxFileSize must be a number of megabytes above 0.');
  return defaultSettings.maxFileSize;
}

/** Settings that are on or off, below one name. */
function readSwitches<T extends { readonly [K in keyof T]: boolean }>(
  name: string,
  set: unknown,
  defaults: T,
  problems: string[],
): T {
  if (set === undefined || set === null) return defaults;
  if (typeof set !== 'object' || Array.isArray(set)) {
    problems.push(`smartEnergyCode.${name} must be an object of settings.`);
    return defaults;
  }
  const read: Record<string, boolean> = { ...defaults };
  for (const key of Object.keys(defaults)) {
    const value = (set as Record<string, unknown>)[key];
    if (typeof value === 'boolean') read[key] = value;
    else if (value !== undefined && value !== null)
      problems.push(`smartEnergyCode.${name}.${key} must be true or false.`);
  }
  return read as T;
}
