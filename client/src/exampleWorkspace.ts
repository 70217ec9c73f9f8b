import * as vscode from 'vscode';

/** What the walkthrough shows in the example workspace: where the cursor goes, and what is done there. */
const tours = {
  hover: { file: 'sec/section-h.sec', words: 'Sub GHz Alert', command: 'editor.action.showHover' },
  jump: { file: 'sec/schedule-11.sec', words: 'Section D9.4', command: 'editor.action.revealDefinition' },
  fix: { file: 'drafts/every-finding.sec', words: 'Sub Ghz Alert', command: 'editor.action.quickFix' },
} as const;

/** Set while the example's window is on its way: its walkthrough goes on there. */
const continueKey = 'smartEnergyCode.continueWalkthrough';

/**
 * The example workspace: a copy of the one that the extension brings, in the extension's own storage, so that a user may change
 * it. Each version of the extension has its own copy, which is made once.
 */
export class ExampleWorkspace {
  readonly #context: vscode.ExtensionContext;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  get #folder(): vscode.Uri {
    const { version } = this.#context.extension.packageJSON as { readonly version: string };
    return vscode.Uri.joinPath(this.#context.globalStorageUri, 'example', version, 'SEC example');
  }

  get #isOpen(): boolean {
    const folder = this.#folder.toString();
    return (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.toString() === folder);
  }

  /** Opens the example: in this window if nothing else is open in it. */
  async open(): Promise<void> {
    if (this.#isOpen) {
      await this.#openFirstFile();
      return;
    }
    await this.#copyOnce();
    await this.#context.globalState.update(continueKey, true);
    const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', this.#folder, { forceNewWindow });
  }

  /** Goes on in the window that was opened for the example; does nothing in any other. */
  async continueWalkthrough(): Promise<void> {
    if (!this.#isOpen) return;
    await vscode.commands.executeCommand('setContext', 'smartEnergyCode.exampleOpen', true);
    if (this.#context.globalState.get(continueKey) !== true) return;
    await this.#context.globalState.update(continueKey, undefined);
    await this.#openFirstFile();
    await openWalkthrough(this.#context);
  }

  /** Shows one of the tours of the walkthrough, beside it. Opens the example first where it is not open. */
  async show(name: unknown): Promise<void> {
    if (!isTour(name)) throw new Error('The command needs the name of a tour: hover, jump or fix.');
    if (!this.#isOpen) {
      await this.open();
      return;
    }
    const { file, words, command } = tours[name];
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(this.#folder, file));
    const offset = document.getText().indexOf(words);
    // The user may have changed the text.
    const start = document.positionAt(Math.max(offset, 0));
    const end = document.positionAt(offset < 0 ? 0 : offset + words.length);
    const middle = new vscode.Range(start, end).isEmpty ? start : start.translate(0, 1);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: false,
      selection: new vscode.Range(middle, middle),
    });
    await vscode.commands.executeCommand(command);
  }

  async #openFirstFile(): Promise<void> {
    const file = vscode.Uri.joinPath(this.#folder, tours.fix.file);
    await vscode.window.showTextDocument(file, { preview: false });
  }

  async #copyOnce(): Promise<void> {
    const { fs } = vscode.workspace;
    const target = this.#folder;
    const exists = await Promise.resolve(fs.stat(target)).then(
      () => true,
      () => false,
    );
    if (exists) return;
    // Beside its place first: a copy that was interrupted is not taken for the example.
    const unfinished = target.with({ path: `${target.path}.part` });
    const source = vscode.Uri.joinPath(this.#context.extensionUri, 'examples');
    await fs.copy(source, unfinished, { overwrite: true });
    await fs.rename(unfinished, target);
  }
}

export async function openWalkthrough({ extension }: vscode.ExtensionContext): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false);
}

function isTour(name: unknown): name is keyof typeof tours {
  return typeof name === 'string' && Object.hasOwn(tours, name);
}
