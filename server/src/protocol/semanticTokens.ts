import {
  SemanticTokensBuilder,
  type CancellationToken,
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
  tokensInSteps,
  tokenTypes,
  type SemanticToken,
} from '../features/semanticTokens.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import { toReadingOffset } from './convert.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';
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

  /** In slices, as `delta` is. */
  async full({ textDocument }: SemanticTokensParams, token: CancellationToken): Promise<SemanticTokens> {
    const slices = new Slices(token);
    const tokens = await this.#tokensOf(textDocument.uri, slices);
    const builder = new SemanticTokensBuilder();
    await slices.finish(eachInSteps(tokens, tokensInStep, (each) => builder.push(...each)));
    this.#builders.set(uriKey(textDocument.uri), builder);
    return builder.build();
  }

  async delta(
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
    token: CancellationToken,
  ): Promise<SemanticTokens | SemanticTokensDelta> {
    const tokens = await this.#tokensOf(textDocument.uri, new Slices(token));
    const key = uriKey(textDocument.uri);
    const builder = this.#builders.get(key) ?? new SemanticTokensBuilder();
    this.#builders.set(key, builder);
    builder.previousResult(previousResultId);
    push(builder, tokens);
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
    const inside = tokens.filter(({ start, end }) => end > asked.start && start < asked.end);
    push(builder, finish(placeTokens(document, inside)));
    return builder.build();
  }

  /** A closed text is asked about no more. */
  forget(uri: string): void {
    this.#builders.delete(uriKey(uri));
  }

  async #tokensOf(uri: string, slices: Slices): Promise<readonly PlacedToken[]> {
    const view = this.#session.view(uri);
    if (!view) return [];
    return slices.finish(placeTokens(view.document, await slices.finish(tokensInSteps(view))));
  }
}

/** What the builder is told of a token: its line, character, length, type and modifiers. */
type PlacedToken = readonly [number, number, number, number, number];

/** So many tokens get their lines in one step. */
const tokensInStep = 500;

/** A token may not go over a line's end: one that does is sent line by line. */
function* placeTokens(
  { lines }: DocumentFacts,
  tokens: readonly SemanticToken[],
): Steps<readonly PlacedToken[]> {
  const placed: PlacedToken[] = [];
  yield* eachInSteps(tokens, tokensInStep, ({ start, end, type, modifiers }) => {
    const kind = tokenTypes.indexOf(type);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    for (let at = start; at < end;) {
      const { line, character } = lines.positionAt(at);
      const last = lines.positionAt(Math.min(end, lines.lineEnd(line)));
      const length = last.line === line ? last.character - character : 0;
      if (length > 0) placed.push([line, character, length, kind, bits]);
      at = lines.lineStart(line + 1);
    }
  });
  return placed;
}

function push(builder: SemanticTokensBuilder, tokens: readonly PlacedToken[]): void {
  for (const token of tokens) builder.push(...token);
}
