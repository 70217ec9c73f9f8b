/**
 * Words that begin sentences and are capitalised for no other reason, and general vocabulary that is never a term of the Code.
 * General English only: names of the Code belong into data/.
 */
const openers = new Set(
  (
    'a about above according accordingly after all also although an and another any are as at be because been before being below ' +
    'both but by can collectively conversely could did do does don doing during each either enter every except failing finally first ' +
    'following for from further furthermore had has have having he her here his how however i if in including instead into is it its ' +
    'itself last lastly later may more moreover most must my neither never next no nobody none nor not nothing notwithstanding now ' +
    'of on once one only or other otherwise our over per please provided pursuant rather respectively second see shall she should ' +
    'similarly since so some subject such than that the their them then there thereafter therefore these they third this those though ' +
    'through throughout to together two three under unless until upon using was we were what whatever when where whereas whether ' +
    'which while who whose why will with within without would you your yours dear note new over whilst thank thus'
  ).split(' '),
);

/** Whether a capitalised word is a function word, capitalised because it opens a sentence. */
export function isSentenceOpener(word: string): boolean {
  return openers.has(word.toLowerCase());
}

const determiners = new Set(
  'a an the each any such every this that these those its their our your his her no all both either neither other another said relevant applicable'.split(
    ' ',
  ),
);

/** Articles and their like: the word behind them is meant as a thing, not as a name. */
export function isDeterminer(word: string): boolean {
  return determiners.has(word.toLowerCase());
}

/** Words that point like an article, but that a term may begin with (`Applicable Laws`). */
export function isDescribing(word: string): boolean {
  return /^(?:Applicable|Relevant|Said|Other|Another)$/.test(word);
}

const calendarWords = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
    'easter christmas gmt bst'
  ).split(' '),
);

export function isCalendarWord(word: string): boolean {
  return calendarWords.has(word.toLowerCase());
}

/** Abbreviations in general use: nobody defines them. */
const generalAbbreviations = new Set(
  (
    'HTTP HTTPS XML HTML CSV JSON PDF TLS SSL SSH UTC GMT BST PIN URL URI FAQ VAT USA GDPR UK EU GB API TCP UDP SFTP FTP DNS SMS ' +
    'RFC ISO IEC IEEE BSI IETF NIST AES RSA SHA PKI LAN WAN VPN USB CPU RAM SQL UTF ASCII ID IDS IP IT HR CEO CFO CTO COO PLC LLP LLC LTD INC ' +
    'AGM EGM NATO BBC MP HMRC NHS PDFS XSD WSDL SOAP REST CEST CET EST PST AM PM KWH MWH GWH MHZ GHZ KHZ EUR GBP USD QR ATM TBC TBD TBA ' +
    'PO CC BCC RSVP ASAP NB PS DVD CD TV HQ ETC ACH SEPA SWIFT DMCA MIT GPL SDK SAAS PAAS IAAS SLA NDA'
  ).split(' '),
);

/** Whether an abbreviation is in general use (legal-text.md, Defined terms), a plural s left aside. */
export function isGeneralAbbreviation(word: string): boolean {
  return generalAbbreviations.has(word.replace(/s$/, '').toUpperCase());
}

/** Places and peoples that any British text may name. */
const generalNames = new Set(
  (
    'Great Britain|Britain|United Kingdom|England|Wales|Scotland|Northern Ireland|Ireland|London|Edinburgh|Cardiff|Belfast|Europe|European Union|' +
    'European Economic Area|European Parliament|European Commission|United States|House of Commons|House of Lords|Parliament|Crown|His Majesty|Her Majesty|Royal Mail|Companies House|' +
    'English|Welsh|Scottish|Irish|British|European|Greenwich Mean Time|Coordinated Universal Time|Microsoft|Microsoft Word|Excel|Adobe|Internet|' +
    'United Nations|World Wide Web|Bank of England|High Court|High Court of Justice|Court of Appeal|Supreme Court|Court of Session|Crown Prosecution Service|Health and Safety Executive|London Stock Exchange|Financial Conduct Authority|Law Society|Centre for Effective Dispute Resolution|Land Registry|Official Journal|London Gazette|Chief Executive|Chief Executive Officer|Chief Financial Officer|Vice President|Managing Director|Memorandum of Understanding|Heads of Terms|Terms of Reference|Annual General Meeting|Board of Directors|' +
    'United States Dollars|Pounds Sterling|Sterling|Delaware|California|New York'
  ).split('|'),
);

export function isGeneralName(words: string): boolean {
  return generalNames.has(words.replace(/\s+/g, ' '));
}

/** Titles of persons: what follows is a name. */
export function isPersonTitle(word: string): boolean {
  return /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\.?$/.test(word);
}
