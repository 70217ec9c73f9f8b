import assert from 'node:assert/strict';
import { buildCatalogue, type Catalogue } from '../../server/src/catalogue/catalogue.js';
import { renderMarkdown } from '../../server/src/features/content.js';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { references } from '../../server/src/features/references.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { widgetFacts } from './facts.js';
import { withCode } from './findings.js';
import { unindented, type Fixture } from './fixture.js';
import { openFixture, syntheticFacts, type TestWorkspace } from './workspace.js';

/** The synthetic facts with some of each kind. */
export const widgetCatalogue: Catalogue = buildCatalogue(syntheticFacts, widgetFacts);

/** A fixture beside the small code folder. */
export function inCode(source: string): TestWorkspace {
  return openFixture(withCode(source), widgetCatalogue);
}

/** A fixture of which the facts alone know anything. */
export function withoutCode(source: string): TestWorkspace {
  return openFixture(source, widgetCatalogue);
}

/** What hovers at the cursor, as Markdown; its range is underlined in the fixture. */
export function checkHover(workspace: TestWorkspace, expected: string): void {
  const { view, offset, span } = atCursor(workspace);
  const found = hover(view, offset);
  assert.ok(found, 'nothing hovers at the cursor');
  assert.equal(renderMarkdown(found.content), unindented(expected));
  assert.deepEqual(view.document.reading.toFileSpan({ start: found.span.start, end: found.span.end }), span);
}

export function checkNoHover(workspace: TestWorkspace): void {
  const { view, offset } = atCursor(workspace, 'no underline');
  assert.equal(hover(view, offset), undefined);
}

/**
 * Where the definition at the cursor leads: `file:line “characters”` for places, `page` and its name for pages. What was asked
 * about is underlined in the fixture.
 */
export function checkDefinition(workspace: TestWorkspace, ...expected: readonly string[]): void {
  const { view, offset, span } = atCursor(workspace, expected.length === 0 ? 'no underline' : 'underline');
  const found = definition(view, offset);
  const destinations = (found?.destinations ?? []).map((destination) => {
    if (destination.kind === 'page') return `page ${JSON.stringify(destination.page)}`;
    const { text } = workspace.document(destination.uri);
    const { start, end } = destination.span;
    const { whole } = destination;
    assert.ok(whole.start <= start && end <= whole.end, 'the whole holds what is shown');
    return `${destination.uri}:${text.slice(0, start).split('\n').length} “${text.slice(start, end)}”`;
  });
  assert.deepEqual(destinations, expected);
  if (!found) return;
  assert.deepEqual(
    view.document.reading.toFileSpan({ start: found.origin.start, end: found.origin.end }),
    span,
  );
}

/** What names the same as the cursor does, in every file: as `placeOf` writes it, a definition with `=` before it. */
export function checkReferences(workspace: TestWorkspace, ...expected: readonly string[]): void {
  const { view, offset } = atCursor(workspace, 'no underline');
  const found = references(workspace.index, view, offset, { includeDeclaration: true }) ?? [];
  assert.deepEqual(
    found.map((occurrence) => {
      const sign = occurrence.role === 'definition' ? '= ' : '';
      return sign + placeOf(occurrence.document, occurrence);
    }),
    expected,
  );
}

/** `file:line:column “characters”`, counted from one; line breaks are shown as spaces. */
export function placeOf(document: DocumentFacts, span: { start: number; end: number }): string {
  const { start, end } = document.reading.toFileSpan({ start: span.start, end: span.end });
  const { line, character } = document.lines.positionAt(start);
  const words = document.text.slice(start, end).replace(/\s+/g, ' ');
  return `${document.uri}:${line + 1}:${character + 1} “${words}”`;
}

interface Asked {
  readonly view: DocumentView;
  /** Reading offset of the cursor. */
  readonly offset: number;
  readonly span: { start: number; end: number } | undefined;
}

function atCursor(
  { fixture, view }: TestWorkspace,
  wanted: 'underline' | 'no underline' = 'underline',
): Asked {
  const { file, offset } = fixture.cursor;
  const ranges = rangesOf(fixture, file);
  assert.equal(ranges.length, wanted === 'underline' ? 1 : 0, 'the answer’s range is underlined');
  const asked = view(file);
  const [range] = ranges;
  return {
    view: asked,
    offset: asked.document.reading.fromFile(offset),
    span: range && { start: range.start, end: range.end },
  };
}

function rangesOf({ files }: Fixture, name: string): Fixture['files'][number]['ranges'] {
  return files.find((file) => file.name === name)?.ranges ?? [];
}
