import assert from 'node:assert/strict';
import { checkNo } from '../support/findings.js';
import { definedTerms, uses } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** The terms that a text defines, each with the place in which alone it holds, if there is one. */
function find(source: string): string[] {
  return openFixture(source, catalogue)
    .document()
    .definitions.map(({ term, holdsIn }) => (holdsIn === undefined ? term : `${term} in ${holdsIn}`));
}

/** The terms that the words of one clause of an agreement define. */
function inClause(words: string): string[] {
  return definedTerms(openFixture(`This Deed is made on 2 May 2019.\n1.1 ${words}\n`, catalogue).document());
}

/** A test for each example: the words of a clause, then the terms that they define. */
function examples(cases: readonly [string, ...string[]][]): void {
  for (const [words, ...terms] of cases)
    it(`${words} ${terms.length === 0 ? 'defines nothing' : `defines ${terms.join(', ')}`}`, () =>
      assert.deepEqual(inClause(words), terms));
}

describe('terms in quotation marks inside a sentence', () => {
  examples([
    ['A person has “Full Access” if that person can change a system.', 'Full Access'],
    ['The person that signs is its “Proposal Sponsor” until another is named.', 'Proposal Sponsor'],
    ['The register has “Name” in its first column.'],
    ['Each page has “Draft” where the date belongs.'],
  ]);
});

describe('a term by which a provision refers to something', () => {
  it('holds in that provision', () => {
    const text = (place: string): string =>
      `SECTION I: DATA\nI2 AUDITS\nI2.1 The person so appointed is referred to in ${place} as the “Data Auditor”.\n`;
    assert.deepEqual(find(text('this Section I2')), ['Data Auditor in I2']);
    assert.deepEqual(find(text('this Code')), ['Data Auditor']);
  });
});

describe('terms without quotation marks or columns', () => {
  examples([
    ['Business Day means a day other than a Sunday.', 'Business Day'],
    ['Asset Register means the register that clause 1.1 asks for.', 'Asset Register'],
    ['Relevant Affiliate, in relation to a party, means any body that it controls.', 'Relevant Affiliate'],
    ['In this Schedule, Relevant Year means a period of twelve months.', 'Relevant Year'],
    [
      'In clause 5 only, Open Site means a site on the list, and in clause 6, Shut Site means any other.',
      'Open Site',
      'Shut Site',
    ],
    ['Faster Switching means that the supplier must be ready.'],
    ['This means a change of the rules.'],
    ['The Supplier means a change of mind when it says so.'],
  ]);

  it('in a list that is announced, with a colon, a dash, or as one of several', () => {
    const text =
      '1. Terms\n1.1 The following terms have these meanings:\n(a) Deliverable: any document;\n(b) Meter – a device that counts (and Metering has a corresponding meaning); and\n(c) Fee means the fee.\n1.2 The rules are:\n(a) Payment: on the last day.\n';
    assert.deepEqual(find(text), ['Deliverable', 'Meter', 'Metering', 'Fee']);
  });

  it('with bullets, below words that only name the place', () => {
    const text =
      '1. General\n\n1.1 In these Clauses:\n\n- Personal Data, Data Subject and Supervisory Authority have the meanings given to them in the GDPR;\n- Services means the services.\n';
    assert.deepEqual(find(text), ['Personal Data', 'Data Subject', 'Supervisory Authority', 'Services']);
  });

  it('may have another name in the middle', () => {
    const text =
      '1. Definitions\nAffiliate, in relation to a party, means any body.\nTrials and Betas mean the early ones.\n';
    assert.deepEqual(find(text), ['Affiliate', 'Trials and Betas']);
  });

  it('holds in the Section that the words name', () => {
    const text =
      'SECTION M: GENERAL\nM2 LIMITS\nM2.1 For the purposes of this Section M2, Relevant Loss means a loss.\n';
    assert.deepEqual(find(text), ['Relevant Loss in M2']);
  });
});

describe('terms in quotation marks', () => {
  examples([
    ['The “Chair” shall be such person as the parties appoint.', 'Chair'],
    [
      'The term “Affected Party” shall, in relation to an event, have the meaning given to it here.',
      'Affected Party',
    ],
    ['Those of (b) above (together with the persons in (c) above, the “Members”) vote.', 'Members'],
    ['Words such as “in writing” include email.'],
  ]);

  it('of those who make an agreement', () => {
    const text =
      'This Deed is made on 2 May 2019 between:\n(1) Alder Ltd (“Alder”); and\n(2) BRACKEN GRID LLP (the “Contractor”).\neach a “Party” and together the “Parties”.\n';
    assert.deepEqual(find(text), ['Alder', 'Contractor', 'Party', 'Parties']);
  });

  it('of a part of the Code behind its name are its title', () => {
    assert.deepEqual(find('It changes Appendix Z (“Requirements Document”) as well.'), []);
    assert.deepEqual(find('It changes Appendix Z (the “Requirements Document”) as well.'), [
      'Requirements Document',
    ]);
  });

  it('hold in the Section that their sentence names, all of them', () => {
    const text =
      'SECTION M: GENERAL\nM3 EVENTS\nM3.1 In this Section M3, “Services Event” means an event; and “Long Event” means a long one.\n';
    assert.deepEqual(find(text), ['Services Event in M3', 'Long Event in M3']);
  });
});

describe('words in brackets', () => {
  it('without an article name what an agreement uses later', () => {
    const used =
      'This Deed is made on 2 May 2019.\n1. Assets that stand in it (Registered Assets) stay.\n2. The parties keep the Registered Assets.\n';
    assert.deepEqual(find(used), ['Registered Assets']);
    assert.deepEqual(find(used.replace('the Registered Assets', 'them')), []);
    assert.deepEqual(find(used.replace('This Deed', 'The SEC')), []);
  });
});

describe('a term with its plural in brackets', () => {
  it('is used in the singular and in the plural', () => {
    const text = '1. “Agent(s)” means those who act.\n2. The party and its Agents, or any Agent, act.\n';
    assert.deepEqual(uses(openFixture(text, catalogue).view()), [
      'Agents -> Agent(s) (document)',
      'Agent -> Agent(s) (document)',
    ]);
  });
});

describe('a meaning that tells where the same term is defined', () => {
  it('is no second definition', () => {
    checkNo(
      'duplicate-definition',
      'This Deed is made on 2 May 2019.\n1. “Price” means the sum that clause 2 names.\n2. The sum (the “Price”) is one pound.\n',
    );
  });
});
