import type { ChangeTreatment } from './changes.js';
import { convertDocument, type Converted } from './convert.js';
import { readHtml } from './readHtml.js';

/** Converts a web page, as Word or a website saves it. Never throws. */
export function convertHtml(html: string, changes: ChangeTreatment): Converted {
  return convertDocument(readHtml(html), changes);
}
