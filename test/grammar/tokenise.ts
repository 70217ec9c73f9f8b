import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** One character's scopes, outermost first, for each character of each line. */
export type ScopesOfLine = readonly (readonly string[])[];

/** A stand-in for the Markdown grammar that VS Code brings: enough to be injected into. */
const markdownStub = { scopeName: 'text.html.markdown', patterns: [], repository: {} };

/** `npm test` runs in the folder of the package, where `syntaxes/` is. */
const grammars: Record<string, () => object> = {
  'source.sec': () => readJson('syntaxes/sec.tmLanguage.json'),
  'markdown.sec.injection': () => readJson('syntaxes/sec-markdown.injection.tmLanguage.json'),
  'text.html.markdown': () => markdownStub,
};

let registry: textmate.Registry | undefined;

export async function tokenise(lines: readonly string[], scopeName: string): Promise<ScopesOfLine[]> {
  registry ??= await createRegistry();
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) {
    throw new Error(`There is no grammar ${scopeName}.`);
  }
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    // The last token also covers the line break, which is not part of the line.
    return tokens
      .flatMap(({ startIndex, endIndex, scopes }) =>
        Array.from({ length: endIndex - startIndex }, () => scopes),
      )
      .slice(0, line.length);
  });
}

async function createRegistry(): Promise<textmate.Registry> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) => {
      const grammar = grammars[scopeName]?.();
      return Promise.resolve(
        grammar === undefined ? null : textmate.parseRawGrammar(JSON.stringify(grammar), 'grammar.json'),
      );
    },
    getInjections: (scopeName) =>
      scopeName === 'text.html.markdown' ? ['markdown.sec.injection'] : undefined,
  });
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}
