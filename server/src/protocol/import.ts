import { WorkDoneProgress, type CancellationToken, type Connection } from 'vscode-languageserver/node';
import { importFiles, type ImportResult } from '../files/importFiles.js';
import { listSources } from '../files/listSources.js';
import { packageVersion } from '../files/packageVersion.js';

/** The request `smartEnergyCode/import`: files to make `.sec` files of. */
export interface ImportParams {
  /** Paths of files and folders. */
  readonly sources: readonly string[];
  /** Path of the folder to write into. */
  readonly out: string;
  readonly force: boolean;
  readonly workDoneToken?: string | number;
}

/**
 * Imports files, reports progress on the token of the request, and stops between two pieces of a file when it is cancelled.
 * @returns undefined when it was cancelled in time: nothing was written then
 */
export async function answerImport(
  connection: Connection,
  params: ImportParams,
  token: CancellationToken,
): Promise<ImportResult | undefined> {
  const { files, errors } = await listSources(params.sources);
  const { workDoneToken } = params;
  const abort = new AbortController();
  const cancelled = token.onCancellationRequested(() => abort.abort());
  try {
    const result = await importFiles(
      {
        files,
        out: params.out,
        changes: 'keep',
        isDraft: false,
        force: params.force,
        importer: `smart-energy-code ${await packageVersion()}`,
      },
      {
        signal: abort.signal,
        onPoint: ({ name, number, total, ofFile, ofAll }) => {
          if (workDoneToken === undefined) return;
          void connection.sendProgress(WorkDoneProgress.type, workDoneToken, {
            kind: 'report',
            message: `${number} of ${total}: ${name.split(/[\\/]/).at(-1) ?? name} (${ofFile} %)`,
            percentage: ofAll,
          });
        },
      },
    );
    return { ...result, errors: [...errors, ...result.errors] };
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return undefined;
  } finally {
    cancelled.dispose();
  }
}
