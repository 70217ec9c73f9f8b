import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver/node';
import { complete, type Completion, type CompletionKind } from '../features/completion.js';
import { describeCompletion } from '../features/describeCompletion.js';
import type { ClientAbilities } from './abilities.js';
import { toMarkup, toReadingOffset, toReadingRange } from './convert.js';
import type { Session } from './session.js';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  term: CompletionItemKind.Class,
  provision: CompletionItemKind.Reference,
  part: CompletionItemKind.Module,
  modification: CompletionItemKind.Event,
  version: CompletionItemKind.Constant,
  heading: CompletionItemKind.Text,
  snippet: CompletionItemKind.Snippet,
};

/** What an item carries so that it can be explained once it is looked at. */
interface ItemData {
  readonly uri: string;
  readonly kind: CompletionKind;
  readonly name: string;
}

/** No item has commit characters: a full stop that is typed is a full stop. */
export function answerCompletion(
  session: Session,
  { textDocument: { uri }, position }: CompletionParams,
  { snippets }: ClientAbilities,
): CompletionList | null {
  const view = session.view(uri);
  if (!view) return null;
  const { asAt } = session.checkSettingsFor(uri);
  const { items, isIncomplete } = complete(view, toReadingOffset(view.document, position), {
    asAt,
    snippets,
  });
  const range = new Map<string, ReturnType<typeof toReadingRange>>();
  const rangeOf = ({ replaces }: Completion): ReturnType<typeof toReadingRange> => {
    const key = `${replaces.start} ${replaces.end}`;
    const held = range.get(key) ?? insertionRange(session, uri, replaces);
    range.set(key, held);
    return held;
  };
  return {
    isIncomplete,
    items: items.map((item, i): CompletionItem => {
      const data: ItemData | undefined =
        item.explains === undefined ? undefined : { uri, kind: item.kind, name: item.explains };
      return {
        label: item.label,
        kind: kinds[item.kind],
        detail: item.detail,
        // What is typed stands in the place that is replaced, so that is what the client compares.
        filterText: item.kind === 'snippet' ? item.label : item.newText,
        sortText: String(i).padStart(4, '0'),
        textEdit: { range: rangeOf(item), newText: item.newText },
        ...(item.kind === 'snippet' ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        ...(data ? { data } : {}),
      };
    }),
  };
}

/** The range in the file; an empty span is where the cursor stands. */
function insertionRange(
  session: Session,
  uri: string,
  span: { readonly start: number; readonly end: number },
): ReturnType<typeof toReadingRange> {
  const document = session.find(uri);
  if (!document) throw new Error(`${uri} is gone`);
  return toReadingRange(document, span);
}

export function answerCompletionResolve(
  session: Session,
  item: CompletionItem,
  { markdownCompletion }: ClientAbilities,
): CompletionItem {
  const data = item.data as ItemData | undefined;
  const view = data && session.view(data.uri);
  const content = view && describeCompletion(view, data.kind, data.name);
  return content ? { ...item, documentation: toMarkup(content, markdownCompletion) } : item;
}
