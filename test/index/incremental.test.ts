import assert from 'node:assert/strict';
import { parseDocument, type ParsedDocument } from '../../server/src/syntax/parseDocument.js';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';

/** A text with something of everything that is scanned block by block. */
const start = [
  'Section D',
  '',
  'D9.4 Where Section D9.1(a) applies (each a "Grey Box"), the Panel shall read SECMP0023 and GBCS v2.1:',
  '(a) under paragraph (b) below and Sections H1, H2 and H3.22; or',
  '(b) under clause 15.5(c) of Appendix AB (Service Request Processing Document).',
  '',
  'Term\tMeaning',
  'Grey Lid\tmeans a lid, as in “Lid” of Condition 22 of the DCC Licence.',
  '',
  'D9.5 The Registered Supplier Agent may wait.',
  '',
].join('\n');
const pieces = [
  'Section D9.4',
  ' (a) ',
  '\n',
  '\n\n',
  '"',
  '“',
  '”',
  'The Panel ',
  'D9.6 ',
  'SECMP022 ',
  'v1.1 of UISS',
  '{++',
  '++}',
  '\t',
  '| a | b |\n',
  'x',
  '.',
];

describe('a text that is edited', () => {
  it('reads the same as when it is read anew, whatever the edits', async () => {
    const { lexicon } = buildCatalogue(await loadBundledFacts());
    const read = (text: string, before?: ParsedDocument): ParsedDocument =>
      parseDocument(text, { lexicon, keepsScans: true, before: before?.scans });
    let seed = 20261122;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let text = start;
    let parsed = read(text);
    for (let edit = 0; edit < 400; edit++) {
      const from = random(text.length + 1);
      const to = Math.min(text.length, from + random(12));
      text = text.slice(0, from) + (pieces[random(pieces.length)] ?? '') + text.slice(to);
      if (text.length > 3000) text = start + text.slice(0, 600);
      parsed = read(text, parsed);
      const anew = read(text);
      for (const part of [
        'references',
        'modifications',
        'documentVersions',
        'quotations',
        'definitions',
        'capitals',
      ] as const) {
        assert.deepEqual(parsed[part], anew[part], `${part} after edit ${edit} of ${JSON.stringify(text)}`);
      }
    }
  });
});
