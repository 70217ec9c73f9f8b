/** The words that the generated Code is made of: written for it, and found in no copy of the Code. */
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

export const nouns = words(`
  account agreement amount apparatus arrangement assessment audit authority ballot basis body breach budget calculation capacity category
  cause change charge circumstance claim class clause condition conduct consent copy cost credit damage data date decision default delay
  delivery description detail direction dispute document duty effect election enquiry entry equipment error estimate event evidence
  failure fault figure form forecast function fund group guidance incident information inspection instrument interest interval invoice issue
  item key law level limit list loss manner matter measure meeting member message method minute model month name network notice number
  objection obligation occasion office operation opinion order outcome outage owner package payment percentage period permission person plan
  portion power premises price principle procedure process programme proposal provision purpose quantity quarter question rate reading
  reason record reduction reference refund region register remedy report representation request requirement resource response result return
  review right risk role route rule sample scale schedule scheme scope security sequence service share site source specification staff stage
  standard statement step storage submission substance summary supplier supply system table target tariff task template test threshold time
  timetable title transaction transfer trial unit update user value variation version volume vote waiver week withdrawal work`);

export const adjectives = words(`
  accurate additional adequate annual applicable appropriate available central certain clear commercial common competent complete
  confidential consistent continuous correct current daily direct due earlier early effective electronic eligible equal equivalent
  essential exact excess existing external fair final financial first fit formal full further general good honest immediate important
  independent initial internal joint large last late latest lawful likely limited local main manual material maximum minimum minor monthly
  mutual necessary new normal open operational original overall partial particular permanent previous primary prior private proper
  proportionate prospective provisional prudent public quarterly reasonable recent regular relevant reliable remote representative revised
  safe secondary secure separate serious short significant similar single special specific standing statutory subsequent substantial
  sufficient suitable temporary timely total typical unpaid urgent usual valid weekly whole written`);

export const verbs = words(`
  accept acknowledge allocate amend apply approve arrange assess assign authorise calculate cancel carry certify check collect compare
  complete conduct confirm consider consult copy correct decide declare deliver determine develop disclose discuss display divide document
  employ enable enforce establish estimate evaluate examine explain extend forward fulfil grant identify implement include inform inspect
  install investigate invite issue join keep limit list maintain make manage measure monitor name notify obtain offer operate order organise
  pay permit prepare present prevent procure produce propose protect provide publish reach receive recommend record recover reduce refer
  refuse reject release remedy remove repair replace report represent request require resolve restore retain return review revise select send
  set settle sign specify state store submit supply support suspend terminate test transfer treat update use validate verify withdraw`);

/** Words of defined terms and of headings, as they stand in them. */
export const termWords = words(`
  Abatement Accession Accrual Adjusted Admission Advance Affected Aggregated Allotted Amber Ancillary Anchor Annual Appointed Approved Arrears
  Assigned Assured Balancing Band Basic Batch Beacon Billing Block Bonded Boundary Branch Bridge Bulk Cadence Candidate Carrier Cascade Cell
  Census Channel Cleared Closing Cluster Collateral Combined Compiled Composite Conduit Confirmed Connected Consumer Contingent Contract
  Controlled Converted Core Council Counter Courier Covenant Cycle Deferred Delegate Demand Deposit Depot Derived Designated Digital Directed
  Disbursed District Dormant Drawn Dual Duplex Elected Embedded Emergency Enabling Encoded Endorsed Enduring Engaged Enrolled Entitled
  Escrow Estate Evening Exempt Expected Export Extended Feeder Fibre Filed Firm Fiscal Fixed Floating Forward Founding Frame Gateway General
  Gross Ground Guaranteed Harbour Held Hosted Hourly Import Imputed Indexed Inherited Initial Insured Integrated Interim Inverse Island Issuing
  Joint Junction Keyed Kindred Landed Layered Ledger Licensed Linked Listed Local Lodged Loop Managed Mapped Marginal Marked Master Matched Metered
  Migrated Mirror Mobile Monthly Mutual Named Native Neutral Night Nominal Noted Notional Observed Offered Onward Opening Ordinary Outer Paired
  Panel Parallel Parent Pending Periodic Pilot Planned Pledged Polled Pooled Portable Posted Prepaid Primary Principal Priority Probe Prompt Pulse
  Qualified Queued Quoted Radial Ranked Rated Ready Rebated Received Recorded Redeemed Regional Registered Relay Released Remote Rented Reserved
  Resident Restored Retained Revolving Ring Rolling Rotating Routed Sampled Sanctioned Sealed Seasonal Secondary Secured Selected Senior Served
  Settled Shared Signed Silent Simple Sole Sorted Spare Split Staged Standby Static Statutory Stored Stream Subject Summer Surplus Suspended
  Switched Synthetic Tabled Tagged Tendered Terminal Thermal Tiered Timed Token Tracked Traded Transit Trusted Unified Upper Urban Valued
  Vested Virtual Voided Waived Warranted Weighted Winter Witnessed Yielded Zonal`);

export const termHeads = words(`
  Account Adjustment Administrator Agent Agreement Allowance Amount Applicant Appraisal Area Auditor Authority Authorisation Balance Bidder Board
  Bond Broker Budget Calendar Capacity Category Certificate Charge Circuit Claim Class Commission Committee Component Compound Contractor Controller
  Coordinator Credit Criteria Custodian Database Deadline Decision Declaration Delivery Direction Directory Display Dispute Element Engine Entity
  Envelope Equipment Error Event Exchange Facility Factor Failure File Forecast Format Function Fund Group Holder Identifier Incident Index Instruction
  Interface Interval Inventory Invoice Journal Keeper Laboratory Landlord Layer Lender Level Limit Location Manager Manifest Margin Market Matrix
  Measure Member Memorandum Message Meter Method Mode Module Network Node Notice Objective Obligation Occasion Office Operator Option Order Outage
  Owner Package Payment Penalty Period Permit Plan Platform Policy Portal Position Premises Procedure Product Profile Programme Protocol
  Provider Quantity Quota Rate Reading Receipt Recipient Record Regime Register Reminder Report Repository Reserve Resolution Response Result Return
  Review Ruling Sample Scheme Scope Score Secretary Sector Segment Sequence Server Share Signal Site Standard Statement Station Status Storage
  Strategy Subscriber Summary Supplement Surveyor System Target Tariff Task Template Tender Terminal Test Threshold Timetable Total
  Transaction Transfer Trigger Trust Unit Update Utility Valuation Vault Vehicle Venture Version Volume Voucher Window Workbook Zone`);

export const months = words(
  'January February March April May June July August September October November December',
);

export const numberWords = words('one two three four five six seven eight nine ten');

/** Documents and laws that the generated text cites. */
export const citedLaws: readonly string[] = [
  'section 6(1A) of the Electricity Act 1989',
  'section 7ZA of the Gas Act 1986',
  'Condition 22 of the DCC Licence',
  'Condition 15 of the DCC Licence',
  'GBCS v2.1',
  'the Data Protection Act 2018',
];

export const modifications: readonly string[] = [
  'SECMP0002',
  'SECMP0006',
  'SECMP0013',
  'SECMP0023',
  'DP072',
  'MP078',
];
