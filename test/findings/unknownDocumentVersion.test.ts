import assert from 'node:assert/strict';
import type { FactFiles } from '../../server/src/catalogue/facts.js';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

const source = 'made up for tests';
const facts: FactFiles = {
  documents: {
    records: [
      {
        abbreviation: 'WTS',
        title: 'Widget Technical Specification',
        alsoWrittenAs: ['WTS2'],
        versions: ['1.0', '1.2', '2.0', '2.5'],
        unsettled: ['2.5'],
        source,
      },
    ],
  },
  applicability: {
    records: [
      {
        specification: 'WTS',
        version: '1.0',
        installationValidity: { start: '2016-09-30', end: '2019-10-27' },
        source,
      },
      {
        specification: 'WTS',
        version: '1.2',
        status: 'proposed',
        installationValidity: { start: '2018-10-28', end: '2018-12-31' },
        source,
      },
      {
        specification: 'WTS',
        version: '2.0',
        installationValidity: { start: '2018-10-28', end: null },
        source,
      },
    ],
  },
};

describe('unknown-document-version', () => {
  it('finds a version that is not listed and below the highest known', () => {
    const [finding] = checkFindings(
      `
        The SEC names WTS v1.1 here.
                      ^^^^^^^^ unknown-document-version warning
      `,
      { facts },
    );
    assert.match(finding?.message ?? '', /No version 1\.1 of WTS is known; known are 1\.0, 1\.2, 2\.0/);
  });

  it('finds each version of a list, and a version before its document', () => {
    checkFindings(
      `
        The SEC names WTS v2.0, v1.1 and v1.3, and v1.4 of the WTS too.
                                ^^^^ unknown-document-version warning
                                         ^^^^ unknown-document-version warning
                                                   ^^^^^^^^^^^^^^^ unknown-document-version warning
      `,
      { facts },
    );
  });

  it('finds a version whose installation window is over on the as-at date', () => {
    const [finding] = checkFindings(
      `
        The SEC names WTS v1.0 here.
                      ^^^^^^^^ unknown-document-version warning
      `,
      { facts, asAt: '2019-10-28' },
    );
    assert.match(
      finding?.message ?? '',
      /On 2019-10-28 version 1\.0 of WTS is outside .*2016-09-30 to 2019-10-27/,
    );
  });

  it('finds a version whose installation window has not begun', () => {
    checkFindings(
      `
        The SEC names WTS v2.0 here.
                      ^^^^^^^^ unknown-document-version warning
      `,
      { facts, asAt: '2018-10-27' },
    );
  });

  it('is information where the window was only proposed', () => {
    checkFindings(
      `
        The SEC names WTS v1.2 here.
                      ^^^^^^^^ unknown-document-version information
      `,
      { facts, asAt: '2019-06-01' },
    );
  });

  it('takes the windows of Schedule 11 in the folder over those of the facts', () => {
    const schedule = `
        //- sec/schedule-11.sec
        ---
        part: Schedule 11
        ---
        SCHEDULE 11: TABLES OF VERSIONS

        1 WINDOWS

        1.1 The windows are these:

        | WTS Version | Installation Start Date | Installation End Date |
        | --- | --- | --- |
        | 1.0 | 30/09/2016 | Not determined |
        | 2.0 | 28/10/18 | 31/12/18 |

        //- paper.sec
        The SEC names WTS v1.0 and WTS v2.0 here.
                                   ^^^^^^^^ unknown-document-version warning
      `;
    const [finding] = checkFindings(withCode(schedule), { facts, asAt: '2020-06-01' });
    assert.match(finding?.message ?? '', /2018-10-28 to 2018-12-31; Schedule 11 in the code folder/);
  });

  it('is silent on the first and the last day of the window, and for an open end', () => {
    checkSilent('The SEC names WTS v1.0 here.\n', { facts, asAt: '2016-09-30' });
    checkSilent('The SEC names WTS v1.0 here.\n', { facts, asAt: '2019-10-27' });
    checkSilent('The SEC names WTS v2.0 here.\n', { facts, asAt: '2099-01-01' });
  });

  it('is silent for a version higher than the highest known, drafts left aside', () => {
    checkSilent('The SEC names WTS v2.4, WTS v2.5 and WTS v3.0 here.\n', { facts, asAt: '2019-06-01' });
  });

  it('is silent for a document whose versions are not known, and for the Code itself', () => {
    checkNo('unknown-document-version', 'The SEC names RPD v0.1, SEC Version 0.5 and Release 1.1.\n', {
      facts,
    });
  });

  it('is silent in deleted words', () => {
    checkSilent('The SEC names {--WTS v1.1--}{++WTS v2.0++} here.\n', { facts });
  });
});
