import assert from 'node:assert/strict';
import { generatedPage, pageOf, type PageName } from '../../server/src/features/generatedPages.js';
import { withoutCode } from '../support/features.js';

const view = (): ReturnType<ReturnType<typeof withoutCode>['view']> => withoutCode('').view();

function page(name: PageName): { text: string; line: number; at: string } {
  const made = generatedPage(view(), name);
  assert.ok(made, 'there is no such page');
  return { ...made, at: made.text.split('\n')[made.line] ?? '' };
}

describe('generated pages', () => {
  it('say that they are not the text of the Code, whatever they show', () => {
    const names: readonly PageName[] = [
      { kind: 'part', id: 'D' },
      { kind: 'part', id: 'Schedule 11' },
      { kind: 'part', id: 'Appendix AB' },
      { kind: 'modification', id: 'SECMP0023' },
      { kind: 'name', id: 'Widget Report' },
      { kind: 'name', id: 'WTS' },
      { kind: 'name', id: 'Widget Office' },
    ];
    for (const name of names) {
      const { text } = page(name);
      assert.match(
        text,
        /^# \S.*\n\n> This page is made from the facts .* It is not the text of the Code\./,
        name.id,
      );
      assert.match(text, /made up for tests/, `${name.id} names its sources`);
    }
  });

  it('list what is known of a Section, what is recalled as not confirmed', () => {
    const { text } = page({ kind: 'part', id: 'D' });
    assert.match(text, /^# Section D Changing the Rules$/m);
    assert.match(text, /^- D1 How to Propose$/m);
    assert.match(text, /^ {2}- D1\.2 Who may Propose$/m);
    assert.match(text, /^- D7 Appeals \(not confirmed\)$/m);
    assert.match(text, /it is not complete/);
  });

  it('open at the provision that was asked for, or at the last known one before it', () => {
    assert.match(page({ kind: 'part', id: 'D', provision: 'D1.2' }).at, /^ {2}- D1\.2 /);
    assert.match(page({ kind: 'part', id: 'D', provision: 'D1.9' }).at, /^ {2}- D1\.2 /);
    assert.match(page({ kind: 'part', id: 'D', provision: 'D7' }).at, /^- D7 /);
    assert.match(page({ kind: 'part', id: 'D', provision: 'D10.3' }).at, /^- D7 /);
    assert.equal(page({ kind: 'part', id: 'D' }).line, 0);
  });

  it('mark a term that is only recalled', () => {
    assert.match(
      page({ kind: 'name', id: 'Widget Ledger' }).text,
      /Likely a defined term of the Code; no source at hand/,
    );
  });

  it('show the history of a modification', () => {
    assert.match(
      page({ kind: 'modification', id: 'SECMP0023' }).text,
      /- 7 November 2016: raised\n- as at May 2018/,
    );
  });

  it('are none for what the facts do not know', () => {
    assert.equal(generatedPage(view(), { kind: 'name', id: 'No Such Thing' }), undefined);
    assert.equal(generatedPage(view(), { kind: 'part', id: 'nothing' }), undefined);
    assert.equal(pageOf(view(), 'No Such Thing'), undefined);
  });

  it('are found by the names of terms, documents, bodies and parts', () => {
    assert.deepEqual(pageOf(view(), 'Widget Report'), { kind: 'name', id: 'Widget Report' });
    assert.deepEqual(pageOf(view(), 'WTS'), { kind: 'name', id: 'WTS' });
    assert.deepEqual(pageOf(view(), 'WOF'), { kind: 'name', id: 'WOF' });
    assert.deepEqual(pageOf(view(), 'RPD'), { kind: 'part', id: 'Appendix AB' });
  });
});
