import { findDocument } from '../catalogue/catalogue.js';
import type { DocumentView } from '../index/documentView.js';
import { kindOf, parseProvisionId } from '../model/provisionId.js';
import type { CompletionKind } from './completion.js';
import type { Content } from './content.js';
import { describeModification } from './describeModification.js';
import { describeDocument } from './describeName.js';
import { describeProvision } from './describeProvision.js';
import { describeTerm } from './describeTerm.js';

/** What is shown beside a completion: the same as hovers say of it. `name` is what the completion explains. */
export function describeCompletion(
  view: DocumentView,
  kind: CompletionKind,
  name: string,
): Content | undefined {
  switch (kind) {
    case 'term': {
      const meaning = view.meaningOf(name, undefined);
      return meaning && describeTerm(view, meaning, undefined);
    }
    case 'provision':
    case 'part': {
      const id = parseProvisionId(name);
      return id && describeProvision(view, name, id, kindOf(id, 'section'));
    }
    case 'modification':
      return describeModification(view, name);
    case 'version': {
      const [document = '', version] = name.split(' v');
      const fact = findDocument(view.catalogue, document);
      return fact && describeDocument(view, fact, version);
    }
    case 'heading':
    case 'snippet':
      return undefined;
  }
}
