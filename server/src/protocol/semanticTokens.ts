import {
  SemanticTokensBuilder,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import {
  semanticTokens,
  tokenModifiers,
  tokenTypes,
  type SemanticToken,
} from '../features/semanticTokens.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import { toReadingOffset } from './convert.js';
import type { Session } from './session.js';
import { uriKey } from './uris.js';

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** Answers with tokens, and remembers what each open text was last answered, so that a client can ask for what changed. */
export class SemanticTokensAnswers {
  readonly #session: Session;
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  constructor(session: Session) {
    this.#session = session;
  }

  full({ textDocument }: SemanticTokensParams): SemanticTokens {
    const builder = this.#builderOf(textDocument.uri);
    this.#fill(builder, textDocument.uri);
    return builder.build();
  }

  delta({ textDocument, previousResultId }: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta {
    const builder = this.#builderOf(textDocument.uri);
    builder.previousResult(previousResultId);
    this.#fill(builder, textDocument.uri);
    return builder.buildEdits();
  }

  range({ textDocument, range }: SemanticTokensRangeParams): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    const view = this.#session.view(textDocument.uri);
    if (!view) return builder.build();
    const { document } = view;
    const span = { start: toReadingOffset(document, range.start), end: toReadingOffset(document, range.end) };
    const asked = { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) };
    const tokens = semanticTokens(view, span);
    push(
      builder,
      document,
      tokens.filter(({ start, end }) => end > asked.start && start < asked.end),
    );
    return builder.build();
  }

  /** A closed text is asked about no more. */
  forget(uri: string): void {
    this.#builders.delete(uriKey(uri));
  }

  #builderOf(uri: string): SemanticTokensBuilder {
    const key = uriKey(uri);
    const held = this.#builders.get(key);
    if (held) return held;
    const made = new SemanticTokensBuilder();
    this.#builders.set(key, made);
    return made;
  }

  #fill(builder: SemanticTokensBuilder, uri: string): void {
    const view = this.#session.view(uri);
    if (view) push(builder, view.document, semanticTokens(view));
  }
}

/** A token may not go over a line's end: one that does is sent line by line. */
function push(
  builder: SemanticTokensBuilder,
  { lines }: DocumentFacts,
  tokens: readonly SemanticToken[],
): void {
  for (const { start, end, type, modifiers } of tokens) {
    const kind = tokenTypes.indexOf(type);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    for (let at = start; at < end;) {
      const { line, character } = lines.positionAt(at);
      const last = lines.positionAt(Math.min(end, lines.lineEnd(line)));
      const length = last.line === line ? last.character - character : 0;
      if (length > 0) builder.push(line, character, length, kind, bits);
      at = lines.lineStart(line + 1);
    }
  }
}
