import assert from 'node:assert/strict';
import { type ScopesOfLine, tokenise } from './tokenise.js';

interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  readonly wanted: boolean;
}

/**
 * Tokenises a text whose lines are followed by underlines. An underline names the scope that exactly those
 * characters have, or with `!` a scope that none of them has. An arrow stands for a tab.
 *
 *     The DCC shall follow Section D9.4.
 *             ^^^^^ keyword.other.obligation
 *                          ^^^^^^^^^^^^ support.type.reference
 *     ^^^ !support.type.reference
 */
export async function checkScopes(fixture: string, scopeName = 'source.sec'): Promise<void> {
  const { lines, expectations } = parse(fixture);
  const scopes = await tokenise(lines, scopeName);
  for (const expectation of expectations) {
    const actual = scopes[expectation.line] ?? [];
    const text = lines[expectation.line] ?? '';
    if (expectation.wanted) {
      assert.deepEqual(
        runAt(actual, expectation),
        [expectation.start, expectation.end],
        `${text}\n${describe(text, actual, expectation)}`,
      );
    } else {
      const free = actual
        .slice(expectation.start, expectation.end)
        .every((at) => !has(at, expectation.scope));
      assert.ok(free, `${text}\n${describe(text, actual, expectation)}`);
    }
  }
}

/** The lines of a fixture without its underlines, and what the underlines expect. */
function parse(fixture: string): { lines: string[]; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of fixture
    .replace(/^\n/u, '')
    .replace(/\n[ ]*$/u, '')
    .split('\n')) {
    const underline = /^(?<indent> *)(?<carets>\^+) (?<not>!?)(?<scope>[a-z][\w.-]*)$/u.exec(line)?.groups;
    if (underline === undefined) {
      lines.push(line.replaceAll('→', '\t'));
    } else {
      const start = (underline['indent'] ?? '').length;
      const end = start + (underline['carets'] ?? '').length;
      assert.ok(end <= (lines.at(-1) ?? '').length, `An underline is longer than its line: ${line}`);
      const scope = underline['scope'] ?? '';
      expectations.push({ line: lines.length - 1, start, end, scope, wanted: underline['not'] === '' });
    }
  }
  assert.ok(expectations.length > 0, 'A fixture without an underline expects nothing.');
  return { lines, expectations };
}

/** The longest run of characters around the first underlined one that have the scope; empty if it has not. */
function runAt(scopes: ScopesOfLine, { start, scope }: Expectation): [number, number] {
  const hasScope = (column: number): boolean => has(scopes[column] ?? [], scope);
  let [from, to] = [start, start];
  while (hasScope(to)) {
    to++;
  }
  while (to > start && from > 0 && hasScope(from - 1)) {
    from--;
  }
  return [from, to];
}

/** As themes select: `markup.heading` is there when `markup.heading.part.sec` is. */
function has(scopes: readonly string[], wanted: string): boolean {
  return scopes.some((scope) => scope === wanted || scope.startsWith(`${wanted}.`));
}

function describe(text: string, scopes: ScopesOfLine, { start, end, scope, wanted }: Expectation): string {
  const found = scopes.slice(start, end).map((at) => at.slice(1).join(' '));
  return `“${text.slice(start, end)}” should ${wanted ? '' : 'not '}be ${scope}; it is ${[...new Set(found)].join(' | ')}`;
}
