import { generatedPage } from '../features/generatedPages.js';
import { pageOfUri } from './pageUris.js';
import type { Session } from './session.js';

export interface GeneratedPageParams {
  readonly uri: string;
}

/** The text of a page that is made from facts; null for a uri that names none. */
export function answerGeneratedPage(session: Session, { uri }: GeneratedPageParams): { text: string } | null {
  const name = pageOfUri(uri);
  const page = name && generatedPage(session.anyView(), name);
  return page ? { text: page.text } : null;
}
