import * as vscode from 'vscode';
import { Refusal } from './failures.js';

/**
 * Sets the severity of one finding code in the settings of the folder that the document is in: the quick fix "Ignore in this
 * workspace" cannot be an edit of the text.
 */
export async function setRule(code: unknown, severity: unknown, uri: unknown): Promise<void> {
  if (typeof code !== 'string' || typeof severity !== 'string') {
    throw new Error('The command needs the code of a finding and a severity.');
  }
  if (!vscode.workspace.isTrusted) {
    throw new Refusal(vscode.l10n.t('The settings of this workspace are changed only once you trust it.'));
  }
  const scope = typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
  const settings = vscode.workspace.getConfiguration('smartEnergyCode', scope);
  const rules = { ...settings.get<Record<string, string>>('rules'), [code]: severity };
  const target =
    scope && vscode.workspace.getWorkspaceFolder(scope)
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : undefined;
  await settings.update('rules', rules, target ?? vscode.ConfigurationTarget.Global);
}
