import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A file of the example workspace, which each run opens as a copy that tests may write to. */
export function exampleUri(relative: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the example workspace is open');
  return vscode.Uri.joinPath(folder.uri, relative);
}

/** Opens a file of the example workspace in an editor. */
export async function openExample(relative: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(exampleUri(relative));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a new text of the language `sec` that no file holds. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'sec', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/**
 * The range of `words` in a document.
 * @param after only where they stand behind these words
 */
export function rangeOf(document: vscode.TextDocument, words: string, after = ''): vscode.Range {
  const text = document.getText();
  const from = text.indexOf(after);
  const start = from === -1 ? -1 : text.indexOf(words, from + after.length);
  assert.notEqual(start, -1, `“${words}” stands in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** The middle of `words`: where a pointer would be put. */
export function middleOf(document: vscode.TextDocument, words: string, after = ''): vscode.Position {
  const { start } = rangeOf(document, words, after);
  return document.positionAt(document.offsetAt(start) + Math.floor(words.length / 2));
}

/** Asks again until the answer is one to go on with; fails with the last answer after 15 seconds. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Thenable<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail(`not seen within 15 s: ${what}`);
}

/** The text of every hover at a position, once there is one. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return eventually(`a hover at line ${position.line + 1}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n');
    return text === '' ? undefined : text;
  });
}

function markdownOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

/** Where go to definition leads from a position, once it leads somewhere. */
export async function definitionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location[]> {
  return eventually(`a definition from line ${position.line + 1}`, async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    const locations = found.map((place) =>
      'targetUri' in place
        ? new vscode.Location(place.targetUri, place.targetSelectionRange ?? place.targetRange)
        : place,
    );
    return locations.length === 0 ? undefined : locations;
  });
}

/** Our findings in a document. */
export function findingsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'smart-energy-code');
}

/** The first finding of a code that stands on a range, once it is shown. */
export async function findingOn(
  document: vscode.TextDocument,
  code: string,
  range: vscode.Range,
): Promise<vscode.Diagnostic> {
  return eventually(`${code} on “${document.getText(range)}”`, () =>
    findingsOf(document).find((finding) => codeOf(finding) === code && finding.range.isEqual(range)),
  );
}

/** The finding's code, whether or not the editor holds it with a link to what is written about it. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** Sets a setting of the workspace folder; `undefined` takes it back. */
export async function set(name: string, value: unknown): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  await vscode.workspace
    .getConfiguration('smartEnergyCode', folder)
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
