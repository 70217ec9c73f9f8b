/** A small code folder in words of our own; nothing in it is the Code's text. Every test may rely on what it holds. */
export const smallCode = `
//- sec/section-a.sec
---
part: Section A
version: "6.12"
---
SECTION A: DEFINITIONS

A1 DEFINITIONS

A1.1 In this Code, the following expressions have the meanings set out beside them:

Term	Meaning
Alarm	means a message that a Device sends of its own accord.
Authority	means the regulator of the Code.
Change Board	has the meaning given to that expression in Section D9.1 (Modification Proposal Decision).
Code	means this contract.
DCC	means the person that runs the network.
DCC System	means each system of the DCC.
Device	means a meter or a hub.
Export Supplier	means a Supplier that buys what is exported.
Import Supplier	means a Supplier that sells what is imported.
Modification Proposal	has the meaning given to that expression in Section D1.1 (Raising Proposals).
Network Party	means a Party that owns a network.
Panel	means the board that looks after the Code.
Party	means a person bound by the Code.
Registered Supplier Agent	means a person that a Supplier has named.
SEC	means the Code.
Secretary of State	means the minister.
Service Request	means a message that asks for a service.
Service Request Processing Document	means the document set out as Appendix AB.
SRPD	means the Service Request Processing Document.
Sub GHz Alert	means an Alarm about a band of radio.
Supplier	means a Party that supplies energy.
User	means a Party that uses a service.
Working Day	means a day on which banks are open.

//- sec/section-d.sec
---
part: Section D
version: "6.12"
---
SECTION D: MODIFICATION PROCESS

D1 RAISING PROPOSALS

D1.1 A Party may propose a change to the Code (each a "Modification Proposal").

D1.2 A Modification Proposal shall:
    (a) be in writing; and
    (b) name:
        (i) its aim; and
        (ii) its costs.

D1.3 Not used.

D9 MODIFICATION PROPOSAL DECISION

Voting

D9.1 The Panel shall keep a board that votes (the "Change Board").

D9.2 The Change Board shall vote on each Modification Proposal.

Report to the Authority

D9.3 The Panel shall report each vote to the Authority.

D9.4 The Panel shall do so within five (5) Working Days.

D10 APPEALS & DISPUTES

D10.1 A Party may ask the Authority to decide.

//- sec/appendix-ab.sec
---
part: Appendix AB
version: "6.12"
---
APPENDIX AB: SERVICE REQUEST PROCESSING DOCUMENT

15. ALARMS

15.5 The DCC shall pass on:
    (a) each Alarm; and
    (b) each Sub GHz Alert.

15.6 A User may ask for a copy.
`;
