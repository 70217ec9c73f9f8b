import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent } from '../support/findings.js';

describe('malformed-modification-id', () => {
  it('finds ids that are written wrongly, and mends them', () => {
    const [finding] = checkFindings(`
        The Panel reads SECMP022, SECMP-4 and SECMP 23.
                        ^^^^^^^^ malformed-modification-id warning -> SECMP0022
                                  ^^^^^^^ malformed-modification-id warning -> SECMP0004
                                              ^^^^^^^^ malformed-modification-id warning -> SECMP0023

        It then reads Secmp0023 and SECMP00023.
                      ^^^^^^^^^ malformed-modification-id warning -> SECMP0023
                                    ^^^^^^^^^^ malformed-modification-id warning -> SECMP0023
      `);
    assert.match(finding?.message ?? '', /SECMP and four digits: “SECMP022” reads as SECMP0022/);
  });

  it('finds ids of the other series that are written wrongly', () => {
    const [finding] = checkFindings(`
        The Panel reads DP72 and MP 134A first.
                        ^^^^ malformed-modification-id warning -> DP072
                                 ^^^^^^^ malformed-modification-id warning -> MP134A
      `);
    assert.match(finding?.message ?? '', /DP and three digits/);
  });

  it('finds an id that a change mark inserts', () => {
    checkFindings(`
        The Panel reads {++SECMP022++} first.
                           ^^^^^^^^ malformed-modification-id warning -> SECMP0022
      `);
  });

  it('is silent for ids as the series writes them', () => {
    checkSilent('The Panel reads SECMP0023, DP072, MP072, MP134A and MP134B first.\n');
  });

  it('is silent for the four digits alone below a column of numbers', () => {
    checkSilent(`
        | SECMP # | Title |
        | --- | --- |
        | 0023 | Gas flow |
        | 0024 | Meters |
      `);
  });

  it('is silent for other words, codes of meetings, links and deleted words', () => {
    checkNo(
      'malformed-modification-id',
      'The Panel reads SECP_68_1005_07, MP3 files, DP, MP for Leeds, {--SECMP022--}, https://example.org/SECMP022 and `SECMP022`.\n',
    );
  });

  it('is silent for the placeholder of an id, which is another finding', () => {
    checkFindings(`
        The Panel reads SECMPXXXX first.
                        ^^^^^^^^^ placeholder warning
      `);
  });
});
