import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent } from '../support/findings.js';

const source = 'made up for tests';
const facts = {
  modifications: {
    asAt: '2020-01',
    records: [
      {
        id: 'SECMP0101',
        title: 'Correct Units of Measure for Large Meters',
        titleSource: source,
        sources: [source],
        alsoWrittenAs: [
          { title: 'Correcting Units of Measure for Large Meters', source },
          { title: 'Correct Unit of Measure for Large Metres', source, slip: true },
        ],
      },
      {
        id: 'SECMP0102',
        title: 'Change of Tenancy & the Panel’s Role',
        titleSource: source,
        sources: [source],
      },
    ],
  },
};

describe('modification-title-mismatch', () => {
  it('finds a title in quotation marks that has other words, and mends it', () => {
    const [finding] = checkFindings(
      `
        The SEC was changed by SECMP0101 ‘Correct Units of Measure for Small Meters’.
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
      `,
      { facts },
    );
    assert.match(finding?.message ?? '', /^The register’s title of SECMP0101 is “Correct Units/);
  });

  it('finds it in a bracket and behind a dash', () => {
    checkFindings(
      `
        The SEC was changed by SECMP0101 (Correct Units of Measure for Small Meters).
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
        SECMP0101 – Correct Unit of Measure for Large Meters
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
      `,
      { facts },
    );
  });

  it('finds it in the next cell of a table', () => {
    checkFindings(
      `
        | Id | Title | Path |
        | --- | --- | --- |
        | SECMP0101 | Correct Units of Measure for Meters | 2 |
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
        | SECMP0101 | Correct Units of Measure for Large Meters | 2 |
        | SECMP0101 | Implemented in June | 2 |
      `,
      { facts },
    );
  });

  it('finds the title of another modification, and a spelling that the facts mark as a slip', () => {
    const [finding] = checkFindings(
      `
        The SEC was changed by SECMP0101 (Change of Tenancy and the Panel’s Role).
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
        The SEC was changed by SECMP0101 (Correct Unit of Measure for Large Metres).
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modification-title-mismatch information -> Correct Units of Measure for Large Meters
      `,
      { facts },
    );
    assert.match(finding?.message ?? '', /is the title of SECMP0102/);
  });

  it('is silent for case, punctuation and dashes, and for every spelling that the facts hold', () => {
    checkSilent(
      `
        The SEC was changed by SECMP0101 ‘Correct units of measure – for large meters’, SECMP0101 “Correcting Units of Measure
        for Large Meters”, SECMP0102 ‘Change of Tenancy and the Panel's Role’ and SECMP0102 (Change of Tenancy & the Panel’s Role).
      `,
      { facts },
    );
  });

  it('is silent for brackets and dashes with other words behind them', () => {
    checkNo(
      'modification-title-mismatch',
      `
        The SEC was changed by SECMP0101 (Approved on 1 June 2018), SECMP0102 – The Panel was asked about it.
        SECMP0101 – Correct Units of Measure for Large Meters was sent to the Panel.
        SECMP0199 ‘Not in the Register’ is another.
      `,
      { facts },
    );
  });
});
