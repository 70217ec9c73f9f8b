import type { Connection } from 'vscode-languageserver/node';
import { answerCodeLenses, resolveCodeLens } from './codeLenses.js';
import { orThrow, type HandlerContext } from './handlers.js';
import { answerHover } from './hovers.js';
import { answerInlayHints } from './inlayHints.js';
import { SemanticTokensAnswers } from './semanticTokens.js';

/** Requests that tell at a glance what a text says. */
export function registerUnderstanding(connection: Connection, context: HandlerContext): void {
  const { session, abilities, foldersRead, enoughFor, answer } = context;
  connection.onHover((params, token) =>
    answer('hover', token, () => answerHover(session, params, abilities()), enoughFor(params)),
  );
  const tokens = new SemanticTokensAnswers(session);
  const { semanticTokens } = connection.languages;
  semanticTokens.on(async (params, token) =>
    orThrow(await answer('semantic tokens', token, () => tokens.full(params, token), foldersRead)),
  );
  semanticTokens.onDelta(async (params, token) =>
    orThrow(await answer('semantic tokens delta', token, () => tokens.delta(params, token), foldersRead)),
  );
  semanticTokens.onRange(async (params, token) =>
    orThrow(await answer('semantic tokens range', token, () => tokens.range(params), foldersRead)),
  );
  connection.languages.inlayHint.on(async (params, token) =>
    orThrow(await answer('inlay hints', token, () => answerInlayHints(session, params), foldersRead)),
  );
  connection.onCodeLens((params, token) =>
    answer('code lens', token, () => answerCodeLenses(session, params, token), foldersRead),
  );
  connection.onCodeLensResolve((lens, token) =>
    answer('code lens resolve', token, () => resolveCodeLens(session, lens, abilities()), foldersRead),
  );
  context.onClosed((uri) => tokens.forget(uri));
}
