import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, middleOf, openExample, rangeOf, set } from './support.js';

/** Asks a provider of the editor until it has an answer. */
async function ask<T>(what: string, command: string, ...args: unknown[]): Promise<T[]> {
  return eventually(what, async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found === undefined || found.length === 0 ? undefined : found;
  });
}

/** `section-h.sec “Section D9.4”`. */
async function shown({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${path.posix.basename(uri.path)} “${document.getText(range)}”`;
}

describe('navigating legal text', () => {
  afterEach(closeEditors);

  it('shows the outline: provisions under their headings, and definitions', async () => {
    const document = await openExample('sec/section-d.sec');
    const [part] = await ask<vscode.DocumentSymbol>(
      'an outline',
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(part);
    const names = (symbol: vscode.DocumentSymbol): string[] => [
      symbol.name,
      ...symbol.children.flatMap(names),
    ];
    const all = names(part);
    assert.ok(
      all.some((name) => /^D9\b.*[A-Z]/.test(name)),
      all.join('\n'),
    );
    assert.ok(all.includes('D9.4') || all.some((name) => name.startsWith('D9.4')), all.join('\n'));
  });

  it('peeks at the references of a term and of a provision, in every file', async () => {
    const document = await openExample('sec/section-h.sec');
    const uses = await ask<vscode.Location>(
      'references',
      'vscode.executeReferenceProvider',
      document.uri,
      middleOf(document, 'Sub GHz Alert'),
    );
    const places = await Promise.all(uses.map(shown));
    assert.ok(
      places.some((place) => place.startsWith('section-a.sec “Sub GHz Alert')),
      places.join('\n'),
    );
    assert.ok(
      places.some((place) => place.startsWith('section-h.sec “Sub GHz Alert')),
      places.join('\n'),
    );
    const sectionD = await openExample('sec/section-d.sec');
    const references = await ask<vscode.Location>(
      'references',
      'vscode.executeReferenceProvider',
      sectionD.uri,
      middleOf(sectionD, 'D9.4'),
    );
    const cited = await Promise.all(references.map(shown));
    assert.ok(cited.includes('schedule-11.sec “Section D9.4”'), cited.join('\n'));
  });

  it('follows the calls of a provision', async () => {
    const document = await openExample('sec/schedule-11.sec');
    const [item] = await ask<vscode.CallHierarchyItem>(
      'a call hierarchy',
      'vscode.prepareCallHierarchy',
      document.uri,
      middleOf(document, 'Section D9.4'),
    );
    assert.match(item?.name ?? '', /^Section D9\.4/);
    const incoming = await ask<vscode.CallHierarchyIncomingCall>(
      'incoming calls',
      'vscode.provideIncomingCalls',
      item,
    );
    assert.ok(incoming.some(({ from }) => from.uri.path.endsWith('/schedule-11.sec')));
  });

  it('finds a provision of the workspace by its number', async () => {
    await openExample('sec/section-d.sec');
    const symbols = await ask<vscode.SymbolInformation>(
      'symbols',
      'vscode.executeWorkspaceSymbolProvider',
      'd9.4',
    );
    const names = symbols.map(({ name }) => name);
    assert.ok(
      symbols.some(
        ({ name, location }) => /^Section D9\.4/.test(name) && location.uri.path.endsWith('/section-d.sec'),
      ),
      names.join('\n'),
    );
    assert.ok(
      names.every((name) => name.includes('D9.4')),
      names.join('\n'),
    );
  });

  it('colours terms, references and numbers by what they mean', async () => {
    const document = await openExample('sec/section-h.sec');
    const legend = await eventually('a legend', () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = new Set<string | undefined>();
    for (let i = 3; i < tokens.data.length; i += 5) types.add(legend.tokenTypes[tokens.data[i] as number]);
    for (const type of ['definedTerm', 'provisionNumber', 'provisionHeading', 'obligation'])
      assert.ok(types.has(type), `${type} in ${[...types].join()}`);
  });

  it('shows hints once they are switched on', async () => {
    const document = await openExample('sec/schedule-11.sec');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = (): Thenable<vscode.InlayHint[]> =>
      vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
    const words = ({ label }: vscode.InlayHint): string =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    assert.deepEqual(await hints(), []);
    await set('inlayHints.owners', true);
    await set('inlayHints.headings', true);
    try {
      const found = await eventually('hints', async () => {
        const given = await hints();
        return given.length === 0 ? undefined : given;
      });
      assert.ok(
        found.some((hint) => /^(?:\(|of )/.test(words(hint))),
        found.map(words).join('\n'),
      );
    } finally {
      await set('inlayHints.owners', undefined);
      await set('inlayHints.headings', undefined);
    }
  });

  it('counts references in lenses that open the peek', async () => {
    const document = await openExample('sec/section-d.sec');
    const lenses = await ask<vscode.CodeLens>('lenses', 'vscode.executeCodeLensProvider', document.uri, 200);
    const { start } = rangeOf(document, 'D9.4');
    const lens = lenses.find(({ range }) => range.start.isEqual(start));
    assert.match(lens?.command?.title ?? '', /^\d+ references?$/);
    assert.equal(lens?.command?.command, 'smartEnergyCode.showReferences');
    await vscode.commands.executeCommand(
      lens.command.command,
      ...((lens.command.arguments ?? []) as unknown[]),
    );
  });
});
