import type { ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';

/** The word that introduces a reference; `bare` for a lettered number with no word before it. */
export type LeadWord =
  'section' | 'clause' | 'paragraph' | 'schedule' | 'appendix' | 'annex' | 'condition' | 'part' | 'bare';

/**
 * A reference as it is written, before its place in the document says what it means.
 * "clause 15.5(c) of Appendix AB": lead `clause`, number `15.5`, levels `['c']`, owner Appendix AB, span up to "AB".
 */
export interface WrittenReference extends Span {
  readonly lead: LeadWord;
  /** The number's own letter (`D9.4`), or the letter alone (`Section D`). */
  readonly letter: string;
  readonly number: string;
  readonly levels: readonly string[];
  /** The name of a Schedule, Appendix, Annex or Part that the lead word names: `AB`, `11`. */
  readonly name: string;
  /** The part, licence or document that an owner in the text decides. */
  readonly owner: ProvisionOwner | undefined;
  /** The lead word of the clause whose paragraph it is: `section` in `paragraph (a) of Section J1.4`. */
  readonly ownerLead: LeadWord | undefined;
  /** Where the name of a document or licence begins that owns the number: `of the DCC Licence`; undefined for other owners. */
  readonly ownerStart: number | undefined;
  /** The document whose number a reference that is joined to this one names: `clause 52 or clause 53 of the Original Contract`. */
  readonly joinedOwner: ProvisionOwner | undefined;
  readonly divisions: readonly string[];
  /** `this Section D5`. */
  readonly isSelf: boolean;
  /** Whether the lead word is a small `section`. */
  readonly isSmall: boolean;
  /** Whether an abbreviation that is no known document stands right before it: `FAR section 12.212`. */
  readonly followsName: boolean;
  /** `of this document`: a number of the paper itself, whatever its form. */
  readonly isOwn: boolean;
  /** `clause 9 of the Agreement`, `clause 9 shall be deleted`: of the agreement at hand, or of one that it changes. */
  readonly isOfAgreement: boolean;
  /** `condition 36 of that licence`: of a text that has no name here, kept for what is said of it next. */
  readonly isElsewhere: boolean;
  /** `Annex B to the consultation`: of some other text, unless this one has such a part. */
  readonly isOfOther: boolean;
  /** `SEC Schedule 5`, `Schedule 4 of the Code`: never the paper's own. */
  readonly isOfCode: boolean;
  /** Whether only levels are given (`paragraph (c)`), or the number is to be taken from the member before it. */
  readonly direction: 'above' | 'below' | undefined;
  /** A later member of a list that gives only levels: the member before it in the text. */
  readonly previous: number | undefined;
  /** The first end of a range: the index of its other end. */
  readonly through: number | undefined;
  /** The bracketed heading behind it, brackets left out. */
  readonly heading: Span | undefined;
  /** The bracketed heading of the part that owns the number: `clause 6 of Appendix AJ (Testing Document)`. */
  readonly ownerHeading: Span | undefined;
  /** The term in `paragraph (a) of the definition of Party`. */
  readonly definitionOf: string | undefined;
}
