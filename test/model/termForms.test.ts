import assert from 'node:assert/strict';
import { normaliseTerm, otherNumber, termForms } from '../../server/src/model/termForms.js';

describe('forms of terms', () => {
  it('the singular has its plural and the plural its singular', () => {
    const pairs: [string, string][] = [
      ['Party', 'Parties'],
      ['Hub', 'Hubs'],
      ['Box', 'Boxes'],
      ['Match', 'Matches'],
      ['Day', 'Days'],
      ['Process', 'Processes'],
      ['Status', 'Statuses'],
      ['CSR', 'CSRs'],
    ];
    for (const [one, many] of pairs) {
      assert.ok(otherNumber(one).includes(many), `${one} to ${many}`);
      assert.ok(otherNumber(many).includes(one), `${many} to ${one}`);
    }
  });

  it('a term bends at its last word, and at its head before of, for, in or to', () => {
    assert.deepEqual(termForms('Communications Hub'), ['Communications Hub', 'Communications Hubs']);
    const forms = termForms('Secretary of State');
    assert.ok(forms.includes('Secretaries of State'));
    assert.ok(termForms('Event of Default').includes('Events of Default'));
    assert.ok(!termForms('Registered Supplier Agent').includes('Registered Suppliers Agent'));
    assert.deepEqual(termForms('  '), []);
  });

  it('one form for comparison: spaces, apostrophes and hyphens are evened out, capitals stay', () => {
    assert.equal(normaliseTerm(' User’s\u00a0 Sub‑Committee\n'), "User's Sub-Committee");
    assert.notEqual(normaliseTerm('user'), normaliseTerm('User'));
    for (const term of ['A  B', 'C’s', 'D‐E', ' F '])
      assert.equal(normaliseTerm(normaliseTerm(term)), normaliseTerm(term));
  });
});
