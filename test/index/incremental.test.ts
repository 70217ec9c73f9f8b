import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { blockAt } from '../../server/src/features/blockAt.js';
import { parseInSteps } from '../../server/src/syntax/parseDocument.js';
import { finish } from '../../server/src/text/steps.js';
import type { ParsedText } from '../../server/src/syntax/parsedText.js';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';

/** A text with something of everything that is scanned block by block. */
const start = [
  '---',
  'modification: SECMP0023',
  '---',
  'These changes were drafted against Section D version 6.5.',
  '',
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
  'Wide Lids',
  '',
  'D9.6 A "Wide Lid" means either of these; or:',
  '(i) a lid; or',
  '(ii) the lid of Section D9.4(b), whichever is wider.',
  'D10 PAYMENT',
  'D10.1 As in clause 2.1 of this document, for the purposes of this Section D10.1, the "Fee" means 10 pounds.',
  '',
  'Appendix AB (Service Request Processing Document)',
  '1 GENERAL MATTERS',
  '1.1 The User shall send it under clause 1.2, paragraph (a) of the definition of Grey Lid and Part 2.',
  '1.2 The DCC (the “Sender”) shall answer:',
  '(a) at once; and',
  '(b) in full.',
  'Part 2: Testing',
  '1 A test of the Sender shall be one of clause 1.2(a).',
  '1.1 The test shall be passed.',
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
  '{--',
  '--}',
  '<!-- ',
  ' -->',
  '\n```\n',
  '\nD11.2 The Panel (the "Body") may act.\n',
  '\n2 Lids of Section D9\n',
  '\n(c) a third case under paragraph (d).\n',
  '\nContents\n',
  '\nD9 Lids\t7\n',
  '\nSection H\n',
  '\nAppendix C (Lids)\n',
  'Page 3 of 12\n',
  '---\n',
  '\t',
  '| a | b |\n',
  'x',
  '.',
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once rubbish is out. */
function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describe('a text that is edited', () => {
  it('reads the same as when it is read anew, whatever the edits', async () => {
    const { lexicon } = buildCatalogue(await loadBundledFacts());
    const read = (text: string, before?: ParsedText): ParsedText =>
      finish(parseInSteps(text, { lexicon, ...(before ? { before, stretchSize: 60 } : {}) }));
    let seed = 20261122;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let text = start;
    let parsed = read(text);
    let stretches = 0;
    for (let edit = 0; edit < 400; edit++) {
      const from = random(text.length + 1);
      const to = Math.min(text.length, from + random(12));
      text = text.slice(0, from) + (pieces[random(pieces.length)] ?? '') + text.slice(to);
      // Begun anew, so that it stays a text with clauses at which it can be cut.
      if (edit % 60 === 0) text = start;
      parsed = read(text, parsed);
      const anew = read(text);
      // What is asked of one place before anything is put together.
      const offset = random(parsed.reading.text.length);
      const early = blockAt(parsed, offset);
      const { blocks, provisions } = anew.tree;
      const block = blocks.findLast(({ start: at }) => at <= offset);
      assert.deepEqual(early?.block, block);
      assert.equal(early?.provision?.key, block && provisions[block.provision]?.key);
      const index = random(provisions.length);
      assert.equal(parsed.provisionAt(index)?.key, provisions[index]?.key);
      for (const part of [
        'references',
        'modifications',
        'documentVersions',
        'quotations',
        'definitions',
        'capitals',
        'provisionIndex',
        'repeatedKeys',
        'tree',
      ] as const) {
        assert.deepEqual(
          plain(parsed[part]),
          plain(anew[part]),
          `${part} after edit ${edit} of ${JSON.stringify(text)}`,
        );
      }
      assert.deepEqual(
        readingOf(parsed),
        readingOf(anew),
        `reading after edit ${edit} of ${JSON.stringify(text)}`,
      );
      stretches += parsed.stretches.length;
    }
    assert.ok(stretches > 400 * 2, 'a text that is cut nowhere proves nothing');
  });

  it('holds no former version of itself', async () => {
    const { lexicon } = buildCatalogue(await loadBundledFacts());
    const clause = (i: number): string =>
      `D9.${i} The Panel shall read the “Book” that Section D9.${i + 1} names${', and then the next one'.repeat(15)}.\n`;
    let text = `SECTION D: X\n${Array.from({ length: 990 }, (_, i) => clause(i + 1)).join('')}`;
    const read = (before?: ParsedText): ParsedText =>
      finish(parseInSteps(text, { lexicon, stretchSize: 2000, ...(before ? { before } : {}) }));
    let parsed = read();
    const held = heapUsed();
    for (let edit = 1; edit <= 60; edit++) {
      const at = text.indexOf(' shall ', edit * 5000);
      text = `${text.slice(0, at)} must ${text.slice(at + 7)}`;
      parsed = read(parsed);
    }
    assert.ok(parsed.stretches.length > 60);
    const grown = heapUsed() - held;
    // Sixty versions would be sixty times twice its length.
    assert.ok(grown < 20 * text.length, `${grown} bytes for a text of ${text.length} characters`);
  });
});

/** A tree without what only the next stretch of a text wants to know. */
function plain(part: unknown): unknown {
  return typeof part === 'object' && part !== null && 'blocks' in part ? { ...part, after: undefined } : part;
}

function readingOf({ reading, text }: ParsedText): unknown {
  const offsets = [...text].map((_, offset) => reading.fromFile(offset));
  return {
    text: reading.text,
    display: reading.display,
    marks: reading.marks,
    markErrors: reading.markErrors,
    emphasis: reading.emphasis,
    bold: reading.bold,
    comments: reading.comments,
    toFile: [...reading.text].map((_, offset) => reading.toFile(offset)),
    fromFile: offsets,
    toFileSpan: offsets.map((end, i) => reading.toFileSpan({ start: Math.min(end, i), end })),
  };
}
