import assert from 'node:assert/strict';
import { formatLabel, type LabelStyle } from '../../server/src/model/numerals.js';
import {
  containsProvision,
  formatProvisionId,
  kindOf,
  ownPaper,
  parseOwner,
  parseProvisionId,
  provisionId,
  type ProvisionId,
  type ProvisionOwner,
} from '../../server/src/model/provisionId.js';
import { Random } from '../support/random.js';

describe('names of provisions', () => {
  const appendixB: ProvisionOwner = { kind: 'appendix', name: 'B' };
  const sectionF: ProvisionOwner = { kind: 'section', letter: 'F' };
  const examples: [string, ProvisionId][] = [
    ['D', provisionId({ kind: 'section', letter: 'D' })],
    ['K5A', provisionId({ kind: 'section', letter: 'K' }, '5A')],
    ['D9.4A', provisionId({ kind: 'section', letter: 'D' }, '9.4A')],
    ['F5.2(c)(ii)(A)', provisionId(sectionF, '5.2', ['c', 'ii', 'A'])],
    ['Schedule 11', provisionId({ kind: 'schedule', name: '11' })],
    ['Schedule 4/2.3(a)', provisionId({ kind: 'schedule', name: '4' }, '2.3', ['a'])],
    ['Appendix AB/15.5(c)', provisionId({ kind: 'appendix', name: 'AB' }, '15.5', ['c'])],
    ['Appendix J/Part 3', provisionId({ kind: 'appendix', name: 'J' }, '', [], ['Part 3'])],
    ['Appendix B/Annex A/2(c)', provisionId(appendixB, '2', ['c'], ['Annex A'])],
    ['Appendix M/Appendix F', provisionId({ kind: 'appendix', name: 'M' }, '', [], ['Appendix F'])],
    ['Annex E/4(c)', provisionId({ kind: 'annex', name: 'E' }, '4', ['c'])],
    ['#3.3.4', provisionId(ownPaper, '3.3.4')],
    ['#4(c)', provisionId(ownPaper, '4', ['c'])],
    ['#Appendix 1', provisionId(ownPaper, '', [], ['Appendix 1'])],
  ];

  for (const [name, id] of examples) {
    it(`${name} is written and read back`, () => {
      assert.equal(formatProvisionId(id), name);
      assert.deepEqual(parseProvisionId(name), id);
    });
  }

  it('licences, documents and paragraphs of definitions are written in their own forms', () => {
    assert.equal(
      formatProvisionId(provisionId({ kind: 'licence', name: 'DCC Licence' }, '22')),
      'DCC Licence/22',
    );
    const act = provisionId({ kind: 'document', name: 'Electricity Act 1989' }, '6', ['1A']);
    assert.equal(formatProvisionId(act), 'Electricity Act 1989/6(1A)');
    const paragraph = provisionId({ kind: 'section', letter: 'A' }, '1.1', ['a']);
    assert.equal(formatProvisionId({ ...paragraph, definitionOf: 'Party' }), 'A1.1 "Party"(a)');
  });

  it('what is no canonical name is not read', () => {
    for (const text of [
      '',
      'd9',
      'Section D9',
      'D9.',
      'D9.4()',
      'D9.4(a',
      'GBCS v2.1',
      'Appendix ABC',
      'D9/4/5',
      'D9 .4',
    ]) {
      assert.equal(parseProvisionId(text), undefined, text);
    }
  });

  it('any id that can be written is read back the same', () => {
    const random = new Random(1);
    for (let i = 0; i < 2000; i++) {
      const id = anyId(random);
      const name = formatProvisionId(id);
      assert.deepEqual(parseProvisionId(name), id, name);
    }
  });

  it('owners are read in any case of the first word', () => {
    assert.deepEqual(parseOwner('SECTION D'), { kind: 'section', letter: 'D' });
    assert.deepEqual(parseOwner('D'), { kind: 'section', letter: 'D' });
    assert.deepEqual(parseOwner('appendix ab'), { kind: 'appendix', name: 'AB' });
    assert.deepEqual(parseOwner(' Schedule 11 '), { kind: 'schedule', name: '11' });
    for (const text of ['', 'Section', 'Section DD', 'Part 3', 'Annexe A', 'Appendix ABC']) {
      assert.equal(parseOwner(text), undefined, text);
    }
  });

  it('the kind goes by the head of the target', () => {
    const kinds = examples.map(([name, id]) => `${name} ${kindOf(id, 'paragraph')}`);
    assert.ok(kinds.includes('F5.2(c)(ii)(A) section'));
    assert.ok(kinds.includes('Schedule 4/2.3(a) schedule'));
    assert.ok(kinds.includes('Appendix B/Annex A/2(c) appendix'));
    assert.ok(kinds.includes('Annex E/4(c) annex'));
    assert.ok(kinds.includes('#4(c) paragraph'));
    assert.ok(kinds.includes('#Appendix 1 appendix'));
    assert.equal(kindOf(provisionId(ownPaper, '3.3.4'), 'section'), 'section');
    assert.equal(
      kindOf(provisionId({ kind: 'licence', name: 'DCC Licence' }, '22'), 'section'),
      'licence-condition',
    );
  });

  it('a provision holds what is below it, and nothing that only begins with its name', () => {
    const held: [string, string][] = [
      ['D', 'D9.4(a)'],
      ['D9', 'D9.4'],
      ['D9.4', 'D9.4(a)(ii)'],
      ['D9.4', 'D9.4'],
      ['Appendix A', 'Appendix A/1.1'],
      ['A1.1', 'A1.1 "Party"(a)'],
      ['#', '#3.3.4'],
    ];
    const apart: [string, string][] = [
      ['D9', 'D91'],
      ['D9.4', 'D9.41'],
      ['D9.4', 'D9.4A'],
      ['D', 'DCC Licence/22'],
      ['Appendix A', 'Appendix AB/1.1'],
      ['D9.4', 'D9'],
      ['A', 'Appendix A/1'],
    ];
    for (const [outer, inner] of held)
      assert.equal(containsProvision(outer, inner), true, `${outer} holds ${inner}`);
    for (const [outer, inner] of apart)
      assert.equal(containsProvision(outer, inner), false, `${outer} does not hold ${inner}`);
  });
});

function anyId(random: Random): ProvisionId {
  const owner = random.pick<() => ProvisionOwner>([
    () => ({ kind: 'section', letter: letters(random, 1) }),
    () => ({ kind: 'schedule', name: String(1 + random.below(20)) }),
    () => ({ kind: 'appendix', name: letters(random, 1 + random.below(2)) }),
    () => ({ kind: 'annex', name: letters(random, 1) }),
    () => ownPaper,
  ])();
  const divisions =
    owner.kind === 'section' ? [] : random.pick([[], [], ['Part 3'], ['Annex A'], ['Annex B', 'Part 2']]);
  const depth = random.below(4);
  const number = random
    .times(depth, () => `${1 + random.below(40)}${random.pick(['', '', '', 'A', 'B'])}`)
    .join('.');
  const styles: LabelStyle[] = ['alpha', 'roman', 'ALPHA', 'number'];
  const levels =
    number === ''
      ? []
      : random.times(random.below(4), () => formatLabel(random.pick(styles), 1 + random.below(40)));
  return provisionId(owner, number, levels, divisions);
}

function letters(random: Random, count: number): string {
  return random.times(count, () => String.fromCharCode(65 + random.below(26))).join('');
}
