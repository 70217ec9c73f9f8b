import assert from 'node:assert/strict';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import { check, type CheckSettings } from '../../server/src/findings/check.js';
import type { DocumentSource } from '../../server/src/index/documentFacts.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { generateCode } from '../bench/generateCode.js';
import { Random } from '../support/random.js';

const settings: CheckSettings = { rules: {}, terms: [], asAt: '2026-01-01' };
const pieces = [
  'Section D9.4',
  ' (a) ',
  '\n',
  '\n\n',
  '“',
  '”',
  'the Panel ',
  'Grey Record Keeper ',
  ' working day ',
  'ten (12) days ',
  'SECMP022 ',
  '{++',
  '++}',
  'a Grey Lid (the "Grey Lid") ',
  '\n(c) a third case under paragraph (d) above.\n',
  '\n\nGrey Heading\n\n',
  'x',
  '. ',
];

/** Files of a Code and two drafts of one modification, all of them open in an editor. */
function openFiles(): DocumentSource[] {
  const { files, draft } = generateCode({
    seed: 3,
    bytes: 60_000,
    files: 3,
    definitions: 30,
    draftBytes: 30_000,
  });
  const source = (uri: string, text: string): DocumentSource => {
    const inCodeFolder = uri.startsWith('sec/');
    return { uri, version: 1, text, fileName: uri.replace('sec/', ''), inCodeFolder };
  };
  return [
    ...files.map(({ name, text }) => source(`sec/${name}`, text)),
    source('draft.sec', draft.text),
    source('beside.sec', '---\nmodification: DP072\n---\nSection D\n\nD90.1 The "Grey Lid" means a lid.\n'),
  ];
}

describe('a workspace that is edited', () => {
  it('has the findings and uses of one that is read anew, whatever the edits', async function () {
    this.timeout(60_000);
    const catalogue = buildCatalogue(await loadBundledFacts());
    const membership = { code: 'code', isMember: true };
    const index = new WorkspaceIndex(catalogue);
    const files = openFiles();
    for (const file of files) index.put(file, membership);
    const random = new Random(20261125);
    for (let edit = 1; edit <= 60; edit++) {
      const at = random.below(3) === 0 ? random.below(files.length) : files.length - 2;
      const { text, ...rest } = files[at] as DocumentSource;
      const from = random.below(text.length + 1);
      const changed = text.slice(0, from) + random.pick(pieces) + text.slice(from + random.below(10));
      files[at] = { ...rest, version: edit + 1, text: changed };
      index.put(files[at], membership);
      const anew = new WorkspaceIndex(catalogue);
      // Version 0 is that of a file on disk, which is read in one piece.
      if (edit % 4 === 0) for (const file of files) anew.put({ ...file, version: 0 }, membership);
      for (const { uri } of edit % 4 === 0 ? files : []) {
        assert.deepEqual(answersOf(index, uri), answersOf(anew, uri), `${uri} after edit ${edit}`);
      }
    }
  });
});

function answersOf(index: WorkspaceIndex, uri: string): unknown {
  const view = index.view(uri);
  assert.ok(view);
  return {
    findings: check(view, settings).map(({ related, ...finding }) => ({
      ...finding,
      related: related.map(({ uri: other, span, message }) => [other, span.start, span.end, message]),
    })),
    uses: view.uses.map(({ start, end, block, entry, site }) => [
      start,
      end,
      block,
      entry.term,
      site?.document.uri,
      site?.definition.start,
    ]),
  };
}
