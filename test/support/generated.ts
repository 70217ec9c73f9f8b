import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { generateCode, quickCode } from '../bench/generateCode.js';
import { openFixture, syntheticFacts, type TestWorkspace } from './workspace.js';

/** A generated Code of some hundred thousand characters with a draft beside it: for what must hold of any text. */
export function generatedWorkspace(): TestWorkspace {
  const { files, draft } = generateCode({
    ...quickCode,
    bytes: 120_000,
    files: 8,
    definitions: 80,
    draftBytes: 30_000,
  });
  const named = [...files.map(({ name, text }) => ({ name: `sec/${name}`, text })), draft];
  return openFixture(
    {
      files: named.map(({ name, text }) => ({ name, text, cursors: [], ranges: [] })),
      cursor: { file: draft.name, offset: 0 },
    },
    buildCatalogue(syntheticFacts),
  );
}
