import assert from 'node:assert/strict';
import type { Catalogue } from '../../server/src/catalogue/catalogue.js';
import { rename } from '../../server/src/features/prepareRename.js';
import type { RenameAnswer, RenamePlan } from '../../server/src/features/rename.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { unindented } from './fixture.js';
import { openFixture, type TestWorkspace } from './workspace.js';

/** Renames what stands at the cursor of a workspace. */
export function renameAt({ index, fixture, view }: TestWorkspace, newName: string): RenameAnswer | undefined {
  const { file, offset } = fixture.cursor;
  const asked = view(file);
  return answerOf(rename(index, asked, asked.document.reading.fromFile(offset), newName));
}

/** Runs a rename to its end at once. */
export function answerOf(steps: ReturnType<typeof rename>): RenameAnswer | undefined {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The plan of a rename; fails with the reason where it is refused. */
export function planOf(answer: RenameAnswer | undefined): RenamePlan {
  assert.ok(answer, 'nothing is named at the cursor');
  assert.ok(!('refused' in answer), 'refused' in answer ? answer.refused : '');
  return answer;
}

/** The texts of all files after a rename, with the edits of some of its choices. */
export function renamed(
  { fixture }: TestWorkspace,
  plan: RenamePlan,
  choices: readonly string[] = [],
): Map<string, string> {
  const wanted = plan.edits.filter(({ choice }) => choice === undefined || choices.includes(choice));
  return new Map(
    fixture.files.map(({ name, text }) => [
      name,
      applyEdits(
        text,
        wanted.filter(({ uri }) => uri === name),
      ),
    ]),
  );
}

/** Checks the whole texts of the named files after the rename at the cursor, and that no other file changed. */
export function checkRename(
  workspace: TestWorkspace,
  newName: string,
  expected: Readonly<Record<string, string>>,
): RenamePlan {
  const plan = planOf(renameAt(workspace, newName));
  for (const [name, text] of renamed(workspace, plan)) {
    const before = workspace.fixture.files.find((file) => file.name === name)?.text;
    const wanted = name in expected ? unindented(expected[name] as string) : before;
    assert.equal(text.trimEnd(), wanted?.trimEnd(), name);
  }
  return plan;
}

export function checkRefused(workspace: TestWorkspace, newName: string, reason: RegExp): void {
  const answer = renameAt(workspace, newName);
  assert.ok(answer && 'refused' in answer, 'it is not refused');
  assert.match(answer.refused, reason);
}

/** The same workspace with other texts. */
export function withTexts(
  { fixture }: TestWorkspace,
  texts: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): TestWorkspace {
  const files = fixture.files.map((file) => ({ ...file, text: texts.get(file.name) ?? file.text }));
  return openFixture({ ...fixture, files }, catalogue);
}
