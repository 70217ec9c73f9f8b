import assert from 'node:assert/strict';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { check } from '../../server/src/findings/check.js';
import type { Finding } from '../../server/src/findings/finding.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { generateCode, type CodeSize, type GeneratedFile } from './generateCode.js';

const small: CodeSize = { seed: 7, bytes: 200_000, files: 9, definitions: 90, draftBytes: 40_000 };

describe('the generated Code of the benchmark', () => {
  it('is the same for the same seed and size', () => {
    assert.deepEqual(generateCode(small), generateCode(small));
    assert.notDeepEqual(generateCode({ ...small, seed: 8 }).files[0], generateCode(small).files[0]);
  });

  it('has the size that was asked for', () => {
    const { files, draft, terms } = generateCode(small);
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    assert.equal(files.length, small.files);
    assert.equal(terms.length, small.definitions);
    assert.ok(Math.abs(bytes - small.bytes) < small.bytes * 0.1, `${bytes} bytes`);
    assert.ok(Math.abs(draft.text.length - small.draftBytes) < small.draftBytes * 0.5);
  });

  it('has no unresolved reference but those that were broken on purpose', async () => {
    const { files, draft } = generateCode(small);
    const index = new WorkspaceIndex(buildCatalogue(await loadBundledFacts()));
    for (const file of [...files, draft]) put(index, file, file !== draft);
    for (const file of [...files, draft]) {
      const errors = findingsOf(index, file).filter(({ code }) => code === 'unresolved-reference');
      assert.equal(
        errors.length,
        file.brokenReferences,
        `${file.name}: ${errors[0]?.message ?? 'no finding'}`,
      );
    }
  });

  it('defines each of its terms once', async () => {
    const { files } = generateCode(small);
    const index = new WorkspaceIndex(buildCatalogue(await loadBundledFacts()));
    const facts = files.map((file) => put(index, file, true));
    assert.equal(facts.flatMap(({ definitions }) => definitions).length, small.definitions);
    const repeated = files
      .flatMap((file) => findingsOf(index, file))
      .filter(({ code }) => code === 'duplicate-definition');
    assert.deepEqual(repeated, []);
  });
});

function put(index: WorkspaceIndex, { name, text }: GeneratedFile, isMember: boolean) {
  const source = { uri: name, version: 0, text, fileName: name, inCodeFolder: isMember };
  return index.put(source, { code: 'code', isMember });
}

function findingsOf(index: WorkspaceIndex, { name }: GeneratedFile): Finding[] {
  const view = index.view(name);
  assert.ok(view);
  return check(view, { rules: {}, terms: [], asAt: '2026-01-01' });
}
