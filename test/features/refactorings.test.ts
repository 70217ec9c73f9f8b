import assert from 'node:assert/strict';
import { defineTerm } from '../../server/src/features/defineTerm.js';
import { extractDefinition } from '../../server/src/features/extractDefinition.js';
import { insertHeading } from '../../server/src/features/insertHeading.js';
import type { Refactoring } from '../../server/src/features/refactoring.js';
import { sortDefinitions } from '../../server/src/features/sortDefinitions.js';
import { fixAll } from '../../server/src/findings/fixAll.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { inCode } from '../support/features.js';
import { findingsOf } from '../support/findings.js';
import { unindented } from '../support/fixture.js';
import type { TestWorkspace } from '../support/workspace.js';

type Offer = (view: DocumentView, offset: number) => Refactoring | undefined;

function offerAt({ fixture, view }: TestWorkspace, offer: Offer): Refactoring | undefined {
  const { file, offset } = fixture.cursor;
  const asked = view(file);
  return offer(asked, asked.document.reading.fromFile(offset));
}

/** The text of the one file that a change at the cursor is made in. */
function changed(workspace: TestWorkspace, offer: Offer): { title: string; uri: string; text: string } {
  const found = offerAt(workspace, offer);
  assert.ok(found, 'nothing is offered');
  const [uri, ...others] = [...new Set(found.edits.map((edit) => edit.uri))];
  assert.deepEqual(others, []);
  const text = applyEdits(workspace.document(uri).text, found.edits);
  return { title: found.title, uri: uri as string, text };
}

const define: Offer = (view) => defineTerm(view, 'Meter  Notice');

describe('define this term', () => {
  it('in the draft’s own list, at its alphabetical place, in the form of its rows', () => {
    const { title, text } = changed(
      inCode(`
        Section A
        Insert the following definitions in alphabetical order:

        | Term | Meaning |
        | --- | --- |
        | Alpha Log | means a log. |
        | Zulu Log | means a {++late++} log. |

        Section D
        D9.5 Send a $0Meter Notice.
      `),
      define,
    );
    assert.equal(title, 'Define “Meter Notice” in this draft');
    assert.match(text, /means a log\. \|\n\| Meter Notice \| means \[●\]\. \|\n\| Zulu Log/);
  });

  it('in a new list where the draft has none', () => {
    const { title, text } = changed(inCode('Section D\nD9.5 Send a $0Meter Notice.'), define);
    assert.equal(title, 'Define “Meter Notice” in a new list of this draft');
    assert.equal(
      text,
      unindented(`
        Section A (Definitions and Interpretation)

        Insert the following definitions in alphabetical order:

        Term	Meaning
        Meter Notice	means [●].

        Section D
        D9.5 Send a Meter Notice.
      `),
    );
  });

  it('in Section A, from any other part of the Code', () => {
    const { uri, text } = changed(
      inCode('//- sec/section-e.sec\n---\npart: Section E\n---\nSECTION E: X\nE1.1 Send a $0Meter Notice.'),
      define,
    );
    assert.equal(uri, 'sec/section-a.sec');
    assert.match(text, /\nImport Supplier\t[^\n]*\nMeter Notice\tmeans \[●\]\.\nModification Proposal\t/);
  });
});

describe('sort definitions', () => {
  it('moves the lines of rows whole, marks and all', () => {
    const { title, text } = changed(
      inCode(`
        Section A
        Insert the following definitions:

        Term	Meaning
        Zulu	means {~~a~>one~~} letter.
        Bravo	means a letter{>>why?<<}.
        $0Alpha	means a letter.
      `),
      sortDefinitions,
    );
    assert.equal(title, 'Sort the 3 definitions of this list');
    assert.match(
      text,
      /Meaning\nAlpha\tmeans a letter\.\nBravo\tmeans a letter\{>>why\?<<\}\.\nZulu\tmeans \{~~a~>one~~\} letter\.$/,
    );
  });

  it('is not offered in a list that is in order, nor outside of one', () => {
    assert.equal(
      offerAt(inCode('Section A\n\nTerm\tMeaning\n$0Alpha\tmeans a.\nBravo\tmeans b.'), sortDefinitions),
      undefined,
    );
    assert.equal(offerAt(inCode('Section D\nD9.5 $0It.'), sortDefinitions), undefined);
  });
});

describe('insert the heading', () => {
  it('of what the reference means, not in capitals, before what follows', () => {
    const { title, text } = changed(
      inCode('Section H\nH1.1 Under $0Section D9, {~~see~>use~~} it.'),
      insertHeading,
    );
    assert.equal(title, 'Insert the heading “Modification Proposal Decision”');
    assert.equal(
      text,
      'Section H\nH1.1 Under Section D9 (Modification Proposal Decision), {~~see~>use~~} it.',
    );
    assert.match(
      changed(inCode('Section H\nH1.1 Under $0Section D9.3.'), insertHeading).text,
      /Section D9\.3 \(Report to the Authority\)\.$/,
    );
  });

  it('is not offered where there is one, where none is known, or for a relative reference', () => {
    for (const words of [
      '$0Section D9 (Modification Proposal Decision)',
      '$0Section Q7',
      '$0this Section H1',
      'paragraph $0(a) above',
    ]) {
      assert.equal(offerAt(inCode(`Section H\nH1.1 Under ${words}.`), insertHeading), undefined, words);
    }
  });
});

describe('extract a definition', () => {
  it('lists a term that a clause defines in passing, as the Code does', () => {
    const { title, text } = changed(
      inCode(`
        Section A
        Insert the following definitions:

        Term	Meaning
        Alpha	means a letter.

        Section D
        D9 MODIFICATION PROPOSAL DECISION
        Voices
        D9.7 A person may speak (the "$0Speaker").
      `),
      extractDefinition,
    );
    assert.equal(title, 'List “Speaker” among the definitions of this draft');
    assert.match(
      text,
      /means a letter\.\nSpeaker\thas the meaning given to that expression in Section D9\.7 \(Voices\)\.\n/,
    );
  });

  it('is not offered for what is listed already', () => {
    const workspace = inCode('Section D\nD9.7 A person that sells (the "$0Supplier").');
    assert.equal(offerAt(workspace, extractDefinition), undefined);
  });
});

describe('mend everything', () => {
  it('each finding with one sure mend, once, and of one code alone where that is wanted', () => {
    const workspace = inCode('Section D\nD9.5 Under SECMP023 and SECMP-4, each Sub Ghz Alert is sent.');
    const findings = findingsOf(workspace, 'text.sec');
    const { text } = workspace.document('text.sec');
    assert.equal(
      applyEdits(text, fixAll(findings)),
      'Section D\nD9.5 Under SECMP0023 and SECMP0004, each Sub GHz Alert is sent.',
    );
    assert.equal(
      applyEdits(text, fixAll(findings, 'malformed-modification-id')),
      'Section D\nD9.5 Under SECMP0023 and SECMP0004, each Sub Ghz Alert is sent.',
    );
  });
});
