import * as vscode from 'vscode';
import { chooseCodeFolder, useAsCodeFolder } from './chooseCodeFolder.js';
import { openWalkthrough, type ExampleWorkspace } from './exampleWorkspace.js';
import { inform, reportFailure } from './failures.js';
import { HoverTextDocument, readHoverText } from './hoverText.js';
import { importArguments, importCode } from './importCode.js';
import { ImportSummary } from './importSummary.js';
import type { LanguageServer } from './languageServer.js';
import { setRule } from './setRule.js';
import { showReferences } from './showReferences.js';

/** What the commands work on. */
export interface CommandContext {
  readonly context: vscode.ExtensionContext;
  readonly server: LanguageServer;
  readonly example: ExampleWorkspace;
  readonly log: vscode.LogOutputChannel;
}

export function registerCommands({ context, server, example, log }: CommandContext): vscode.Disposable {
  const hoverText = new HoverTextDocument();
  const importSummary = new ImportSummary();
  /** Registers a command that tells the user when it fails. */
  const register = (
    name: string,
    failed: string,
    run: (...args: unknown[]) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`smartEnergyCode.${name}`, (...args: unknown[]) =>
      run(...args).catch((failure: unknown) => reportFailure(log, failed, failure)),
    );
  const notSet = vscode.l10n.t('The setting could not be changed.');
  const noExample = vscode.l10n.t('The example workspace could not be opened.');
  return vscode.Disposable.from(
    hoverText,
    importSummary,
    vscode.commands.registerCommand('smartEnergyCode.showLog', () => log.show()),
    register('restartServer', vscode.l10n.t('The SEC language server could not be restarted.'), () =>
      server.restart(),
    ),
    register('showHoverText', vscode.l10n.t('The hover text could not be shown.'), () =>
      showHoverText(server, hoverText, log),
    ),
    register('showReferences', vscode.l10n.t('The references could not be shown.'), showReferences(server)),
    register('importCode', vscode.l10n.t('The Code could not be imported.'), (...args) =>
      importCode(server, importSummary, importArguments(args)),
    ),
    register('setRule', notSet, setRule),
    register('chooseCodeFolder', notSet, chooseCodeFolder),
    register('useAsCodeFolder', notSet, useAsCodeFolder),
    register('openExample', noExample, () => example.open()),
    register('showExample', noExample, (tour) => example.show(tour)),
    register('openWalkthrough', vscode.l10n.t('The walkthrough could not be opened.'), () =>
      openWalkthrough(context),
    ),
    register('openSettings', vscode.l10n.t('The settings could not be opened.'), () => openSettings(context)),
  );
}

/** A hover cannot be scrolled by every screen reader, searched or kept beside the text: a document can. */
async function showHoverText(
  server: LanguageServer,
  hoverText: HoverTextDocument,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return inform(log, vscode.l10n.t('Open a document with legal text first.'));
  }
  const text = await readHoverText(server, editor);
  if (text === undefined) {
    return inform(log, vscode.l10n.t('There is nothing to show for the text at the cursor.'));
  }
  await hoverText.show(text);
}

async function openSettings({ extension }: vscode.ExtensionContext): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`);
}
