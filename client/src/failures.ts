import * as vscode from 'vscode';

/** What cannot be done as things stand: its message tells the user why, and is all that they need to know. */
export class Refusal extends Error {}

/** A failure as the log writes it: with its stack, which says where, when there is one. */
export function describeFailure(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** Lets a promise run on its own: nothing waits for it, and a failure goes to the log. */
export function runLogged(log: vscode.LogOutputChannel, what: string, work: Thenable<unknown>): void {
  work.then(undefined, (failure: unknown) => log.error(`${what}: ${describeFailure(failure)}`));
}

/** Says something that a command of the user's own came to. The command ends without waiting for the message to be closed. */
export function inform(log: vscode.LogOutputChannel, message: string): void {
  runLogged(log, 'The message could not be shown', vscode.window.showInformationMessage(message));
}

/** Tells the user that a command of their own failed; all other failures only go to the log. */
export function reportFailure(log: vscode.LogOutputChannel, message: string, failure: unknown): void {
  if (failure instanceof Refusal) {
    runLogged(log, 'The message could not be shown', vscode.window.showWarningMessage(failure.message));
    return;
  }
  log.error(`${message} ${describeFailure(failure)}`);
  const showLog = vscode.l10n.t('Show Log');
  const answered = vscode.window.showErrorMessage(message, showLog).then((choice) => {
    if (choice === showLog) {
      log.show();
    }
  });
  runLogged(log, 'The message could not be shown', answered);
}
