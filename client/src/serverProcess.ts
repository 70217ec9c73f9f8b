import { fork, type ChildProcess } from 'node:child_process';

/**
 * The process of the language server. It is started ahead of the client that speaks to it: loading the client's library takes as long
 * as the server takes to come up, and both can go on at the same time. What is written to it meanwhile waits in its pipe.
 */
export class ServerProcess {
  readonly #module: string;
  readonly #onFailure: (failure: Error) => void;
  #latest: ChildProcess;
  #isTaken = false;

  /** @param onFailure told when a process cannot be started or spoken to; the client then sees its pipe end */
  constructor(module: string, onFailure: (failure: Error) => void) {
    this.#module = module;
    this.#onFailure = onFailure;
    this.#latest = this.#start();
  }

  /** The process that was started ahead; each later call, as after a crash, starts another. */
  take(): ChildProcess {
    if (this.#isTaken) this.#latest = this.#start();
    this.#isTaken = true;
    return this.#latest;
  }

  /** Ends a process that did not end by itself. */
  kill(): void {
    this.#latest.kill();
  }

  #start(): ChildProcess {
    const started = fork(this.#module, ['--stdio'], {
      silent: true,
      execArgv: isDebugged() ? ['--nolazy', '--inspect=6019'] : [],
      // On a desktop the program that runs extensions is Electron, which is to run the server as Node.js.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    });
    started.on('error', this.#onFailure);
    // Writing to a process that is gone fails here too.
    started.stdin?.on('error', this.#onFailure);
    return started;
  }
}

/** Whether the program that runs extensions was started for a debugger: the server is to be debugged as well then. */
function isDebugged(): boolean {
  return process.execArgv.some((argument) => argument.startsWith('--inspect'));
}
