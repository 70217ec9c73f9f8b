import * as vscode from 'vscode';

/** A failure as the log writes it: with its stack, which says where, when there is one. */
export function describeFailure(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** Lets a promise run on its own: nothing waits for it, and a failure goes to the log. */
export function runLogged(log: vscode.LogOutputChannel, what: string, work: Thenable<unknown>): void {
  work.then(undefined, (failure: unknown) => log.error(`${what}: ${describeFailure(failure)}`));
}

/** Tells the user that a command of their own failed; all other failures only go to the log. */
export function reportFailure(log: vscode.LogOutputChannel, message: string, failure: unknown): void {
  log.error(`${message} ${describeFailure(failure)}`);
  const showLog = 'Show Log';
  const answered = vscode.window.showErrorMessage(message, showLog).then((choice) => {
    if (choice === showLog) {
      log.show();
    }
  });
  runLogged(log, 'The message could not be shown', answered);
}
