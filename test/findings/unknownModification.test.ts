import assert from 'node:assert/strict';
import type { FactFiles } from '../../server/src/catalogue/facts.js';
import { checkFindings, checkNo, checkSilent } from '../support/findings.js';

const source = 'made up for tests';
/** A register that is whole up to SECMP0030 and holds no series of Draft Proposals whole. */
const facts: FactFiles = {
  modifications: {
    asAt: '2019-05',
    completeTo: { SECMP: 30, MP: 100, DP: null },
    records: [
      { id: 'SECMP0023', title: 'Gas Flow', titleSource: source, sources: [source] },
      { id: 'DP072', title: 'Change of Supplier', titleSource: source, sources: [source] },
    ],
  },
};

describe('unknown-modification', () => {
  it('finds an id within the whole part of the register that the register does not hold', () => {
    const [finding] = checkFindings(
      `
        The Panel reads SECMP0007 and SECMP0023.
                        ^^^^^^^^^ unknown-modification information
      `,
      { facts },
    );
    assert.match(finding?.message ?? '', /holds no SECMP0007, .*whole up to 30/);
  });

  it('finds it at the last number of the whole part and not above', () => {
    checkFindings(
      `
        The Panel reads SECMP0030 and SECMP0031.
                        ^^^^^^^^^ unknown-modification information
      `,
      { facts },
    );
  });

  it('is silent for a series that is not held whole', () => {
    checkSilent('The Panel reads DP001 first.\n', { facts });
  });

  it('takes DP and MP with one number as one', () => {
    checkFindings(
      `
        The Panel reads DP072 and MP072, then MP073 too.
                                              ^^^^^ unknown-modification information
      `,
      { facts },
    );
  });

  it('is silent for an id that is written wrongly, which is another finding', () => {
    checkNo('unknown-modification', 'The Panel reads SECMP-7 first.\n', { facts });
  });

  it('never finds a draft’s own id, by front matter, file name or title', () => {
    const body = 'Section D\n\nD1.3 SECMP0007 changes this clause.\n';
    checkSilent(`//- one.sec\n---\nmodification: SECMP0007\n---\n${body}`, { facts });
    checkSilent(`//- SECMP0007.sec\n${body}`, { facts });
    checkSilent(`//- one.sec\nLegal text of SECMP0007\n\n${body}`, { facts });
  });

  it('is silent without any register', () => {
    checkSilent('The Panel reads SECMP0007 first.\n');
  });

  it('takes what the user’s own facts add', () => {
    const own: FactFiles = {
      modifications: {
        ...(facts.modifications as NonNullable<FactFiles['modifications']>),
        records: [{ id: 'SECMP0007', title: 'Ours', titleSource: source, sources: [source] }],
      },
    };
    checkSilent('The Panel reads SECMP0007 first.\n', { facts: own });
  });
});
