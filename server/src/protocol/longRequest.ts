import type {
  CancellationToken,
  ResultProgressReporter,
  WorkDoneProgressReporter,
} from 'vscode-languageserver/node';

/** What a request that may take long needs besides its parameters. */
export interface LongRequest<Partial> {
  readonly token: CancellationToken;
  /** Does nothing for a client that did not ask for progress. */
  readonly progress: WorkDoneProgressReporter;
  /** Undefined for a client that wants the whole answer at once; what went this way is not in the answer. */
  readonly partial: ResultProgressReporter<Partial> | undefined;
}
