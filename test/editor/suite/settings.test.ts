import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  codeOf,
  definitionsAt,
  eventually,
  exampleUri,
  findingOn,
  findingsOf,
  hoverAt,
  middleOf,
  openExample,
  rangeOf,
  set,
} from './support.js';

/** Once no finding of a code stands on a range any more. */
async function silenceOn(document: vscode.TextDocument, code: string, range: vscode.Range): Promise<void> {
  await eventually(`no ${code}`, () =>
    findingsOf(document).some((finding) => codeOf(finding) === code && finding.range.isEqual(range))
      ? undefined
      : true,
  );
}

describe('settings work at once', () => {
  const changed = new Set<string>();
  const change = async (name: string, value: unknown): Promise<void> => {
    changed.add(name);
    await set(name, value);
  };
  afterEach(async () => {
    for (const name of changed) await set(name, undefined);
    changed.clear();
    await closeEditors();
  });

  it('the code folder: what it holds is found, what it does not hold is known from facts alone', async () => {
    const other = exampleUri('../other code');
    const sectionK = vscode.Uri.joinPath(other, 'section-k.sec');
    const text = 'SECTION K: CHARGING METHODOLOGY\n\nK2 RULES\n\nK2.1 Each charge shall be published.\n';
    await vscode.workspace.fs.writeFile(sectionK, new TextEncoder().encode(text));
    const document = await openExample('drafts/every-finding.sec');
    const end = document.lineAt(document.lineCount - 1).range.end;
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(end, '\nH4.99 See Section K2.1.\n'));
    const leadsTo = (what: string, awaited: (uri: vscode.Uri) => boolean): Promise<true> =>
      eventually(what, async () => {
        const [place] = await definitionsAt(document, middleOf(document, 'Section K2.1'));
        return place && awaited(place.uri) ? true : undefined;
      });
    try {
      await leadsTo('a page made from facts', ({ scheme }) => scheme === 'sec-facts');
      await change('codeFolder', other.fsPath);
      await leadsTo('the file', ({ path }) => path === sectionK.path);
      await change('codeFolder', undefined);
      await leadsTo('the page again', ({ scheme }) => scheme === 'sec-facts');
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('the as-at date: versions are judged on that day', async () => {
    const document = await openExample('drafts/every-finding.sec');
    const { end } = document.lineAt(31).range;
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(end, '\nH4.1A A Device shall meet SMETS v2.0 when it is installed.\n'),
    );
    const version = rangeOf(document, 'SMETS v2.0');
    try {
      await change('asAt', '2019-01-31');
      await silenceOn(document, 'unknown-document-version', version);
      await change('asAt', '2020-01-31');
      await findingOn(document, 'unknown-document-version', version);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('severities of findings', async () => {
    const document = await openExample('drafts/every-finding.sec');
    const range = rangeOf(document, 'Sub Ghz Alert');
    const finding = await findingOn(document, 'near-miss-term', range);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    await change('rules', { 'near-miss-term': 'error' });
    await eventually('an error', () =>
      findingsOf(document).find(
        ({ severity, range: at }) => severity === vscode.DiagnosticSeverity.Error && at.isEqual(range),
      ),
    );
    await change('rules', { 'near-miss-term': 'off' });
    await silenceOn(document, 'near-miss-term', range);
  });

  it('terms that are known to be right', async () => {
    const document = await openExample('drafts/every-finding.sec');
    const range = rangeOf(document, 'Gas Volume Statement', 'The Gaining Supplier shall send');
    await findingOn(document, 'undefined-term', range);
    await change('terms', ['Gas Volume Statement']);
    await silenceOn(document, 'undefined-term', range);
  });

  it('globs of further files', async () => {
    const document = await openExample('papers/release-note.md');
    assert.equal(document.languageId, 'markdown');
    assert.deepEqual(findingsOf(document), []);
    await change('include', ['papers/**/*.md']);
    assert.match(await hoverAt(document, middleOf(document, 'SECMP0023')), /Uncontrolled Gas Flow Rate/);
    await change('include', []);
    await eventually('no hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        middleOf(document, 'SECMP0023'),
      );
      return hovers.length === 0 ? true : undefined;
    });
  });

  it('a wrong value is shown at the setting with what is allowed', async () => {
    const folder = exampleUri('.vscode');
    const file = vscode.Uri.joinPath(folder, 'settings.json');
    const wrong = {
      'smartEnergyCode.asAt': 'yesterday',
      'smartEnergyCode.rules': { placeholder: 'fatal', 'no-such-code': 'off' },
      'smartEnergyCode.include': [''],
      'smartEnergyCode.codeFolder': 3,
    };
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(wrong, null, 2)));
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      const messages = await eventually('what is wrong', () => {
        const found = vscode.languages.getDiagnostics(file);
        return found.length >= 5
          ? found.map(({ message, range }) => `${document.getText(range)}: ${message}`)
          : undefined;
      });
      const said = messages.join('\n');
      assert.match(said, /"yesterday": Write a date as YYYY-MM-DD, or leave it empty for today\./);
      assert.match(said, /"fatal": .*"error", "warning", "information", "hint", "off"/);
      assert.match(said, /no-such-code/);
      assert.match(said, /3: .*"string"/);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
