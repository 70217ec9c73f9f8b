import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

describe('uncapitalised-term', () => {
  it('finds a term of several words without its capitals in a draft, in either number', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall answer within five (5) working days.
                                                    ^^^^^^^^^^^^ uncapitalised-term hint -> Working Days

        D9.6 The User shall repeat the service request.
                                       ^^^^^^^^^^^^^^^ uncapitalised-term hint -> Service Request

        D9.7 Modification proposals are sent to the Panel.
             ^^^^^^^^^^^^^^^^^^^^^^ uncapitalised-term hint -> Modification Proposals
      `),
    );
  });

  it('finds a term of an agreement that it writes once with its capitals and once without', () => {
    checkFindings(`
      1. Definitions
      “Working Hours” means the hours from eight to six.
      2. Access
      2.1 Nobody enters outside the working hours.
                                    ^^^^^^^^^^^^^ uncapitalised-term hint -> Working Hours
      2.2 The telephone is answered in Working Hours.
    `);
  });

  it('is silent for capitals, quoted words, longer names and single words', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall answer within five (5) Working Days, whatever “working day” means to a party or a user.
      `),
    );
    checkNo(
      'uncapitalised-term',
      withCode(`
        Section D

        D9.5 The Panel shall send the Blue service request and the mid-service request and service requesting.
      `),
    );
  });

  it('is silent in the words that define the term', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall keep a list of each red book (the "Red Book").

        D9.6 The Panel shall print the Red Book.
      `),
    );
  });

  it('is silent where the text mostly writes the words small', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 A working day, another working day, a third working day and any working day shall be one for the Panel.
      `),
    );
  });

  it('asks more of a paper: capitals elsewhere, and an article or a number before the words', () => {
    checkFindings(
      withCode(`
        The SEC has Service Requests, and a Service Request is a message. Each Service Request counts.
        The DCC answers the service request within ten days.
                            ^^^^^^^^^^^^^^^ uncapitalised-term hint -> Service Request
      `),
    );
    checkSilent(
      withCode(`
        The SEC has Service Requests, and a Service Request is a message. Each Service Request counts.
        The DCC answers most service requests within two working days.
      `),
    );
  });

  it('finds in a paper the only use of what the paper defines', () => {
    checkFindings(`
      1. A firm may commit a breach that is large (a "Large Breach").

      2. The other firm may end a contract upon a large breach.
                                                  ^^^^^^^^^^^^ uncapitalised-term hint -> Large Breach
    `);
  });

  it('counts terms that facts alone know', () => {
    checkFindings(`
      Section D

      D9.5 The DCC shall write the widget report.
                                   ^^^^^^^^^^^^^ uncapitalised-term hint -> Widget Report
    `);
    checkFindings(`
      The SEC asks for a Widget Report. The Widget Report is short. The widget report is old.
                                                                        ^^^^^^^^^^^^^ uncapitalised-term hint -> Widget Report
    `);
  });
});
