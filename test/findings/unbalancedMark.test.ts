import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent } from '../support/findings.js';

describe('unbalanced-mark', () => {
  it('finds a change mark that is opened and never closed, as an error', () => {
    const [finding] = checkFindings(`
        The panel shall meet {++each month.
                             ^^^ unbalanced-mark error

        It shall then write.
      `);
    assert.match(finding?.message ?? '', /“\{\+\+” is never closed: “\+\+\}” is missing/);
  });

  it('finds a mark that another mark opens inside, and one that crosses a paragraph', () => {
    checkFindings(`
        The panel shall {--meet {++write++} each month.
                        ^^^ unbalanced-mark error

        It shall {++then write.
                 ^^^ unbalanced-mark error

        It shall then++} rest.
                     ^^^ unbalanced-mark error
      `);
  });

  it('finds a mark that is closed and was never opened', () => {
    const [finding] = checkFindings(`
        The panel shall meet each month--}.
                                       ^^^ unbalanced-mark error
      `);
    assert.match(finding?.message ?? '', /closes a change mark that was never opened/);
  });

  it('finds a bracket that is never closed, or never opened, as information', () => {
    checkFindings(`
        The panel shall meet (other than in May each month.
                             ^ unbalanced-mark information

        The panel shall meet other than in May) each month.
                                              ^ unbalanced-mark information

        The panel shall meet [other than in May each month.
                             ^ unbalanced-mark information
      `);
  });

  it('finds a quotation mark that is never closed, or never opened, as information', () => {
    checkFindings(`
        The panel shall write “done on each page.
                              ^ unbalanced-mark information

        The panel shall write “done” on each page” of the list.
                                                 ^ unbalanced-mark information
      `);
  });

  it('takes a straight mark behind a number for the end of what is open', () => {
    checkNo('unbalanced-mark', '1. Put "Section G3" for "Section G2.1" there.\n2. A bar of 5" is long.\n');
    checkFindings(`
      1. Put "Box 3 for it.
             ^ unbalanced-mark information
    `);
  });

  it('takes what one paragraph opens and a later one of the clause closes for one quotation', () => {
    checkNo(
      'unbalanced-mark',
      '1. After it insert: “The DCC shall:\n\n(a) keep the “Grey Book”; and\n\n(b) send it to the “Reader” named there.”\n\n2. It ends.\n',
    );
    checkFindings(`
      1. After it insert: “The DCC shall:
                          ^ unbalanced-mark information

      (a) keep it; and

      2. It ends.”
    `);
  });

  it('finds a straight quotation mark that is never closed', () => {
    checkFindings(`
        The panel shall write "done on each page.
                              ^ unbalanced-mark information
      `);
  });

  it('is silent for marks, brackets and quotation marks that are closed', () => {
    checkSilent(
      'The panel {++shall (in May++} or {--June--} {~~meet~>write~~}{>>why (so<<}) {==say==} “done (or [not])” and "stop".\n',
    );
  });

  it('is silent for a mark and a bracket over a line break', () => {
    checkSilent('The panel shall {++meet each\nmonth (other than\nin May++}).\n');
  });

  it('is silent for labels with one bracket', () => {
    checkSilent('The panel shall: a) meet; b) write; 1) rest; iv) vote.\n\na) It meets.\n\nb) It writes.\n');
  });

  it('is silent for a bracket that spans the paragraphs of one clause', () => {
    checkSilent(`
        Section D

        D1.3 The panel shall meet (other than where:
            (a) it is May; or
            (b) it is June).
      `);
  });

  it('is silent for apostrophes and single quotation marks', () => {
    checkSilent(
      "The panel’s list and the users’ lists ‘for the members’ use’ don't say 'done' in the '90s.\n",
    );
  });

  it('is silent for quotation marks that are opened anew in each paragraph', () => {
    checkSilent('“The panel shall meet.\n\n“It shall write.\n\n“It shall rest.”\n');
    checkSilent('The letter says: “The panel shall meet.\n\n“It shall write.\n\n“It shall rest.”\n');
  });

  it('is silent for nested quotation marks', () => {
    checkSilent('The letter says “the word ‘done’ shall stand on it” and ‘the word “done” too’.\n');
  });

  it('is silent in deleted words, code, comments and front matter', () => {
    checkSilent(
      '---\ntitle: a (b “c {++\n---\nThe panel {--(shall “--} meet `(“{`, <!-- ( “ {++ --> and write {>>( “<<} now.\n',
    );
  });

  it('is silent for faces and a list in prose: more than two of a kind are a form of the text', () => {
    checkSilent('The panel shall: 1.) meet, 2.) write, 3.) rest, and 4.) vote.\n');
  });
});
