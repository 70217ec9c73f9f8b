import type { CancellationToken, CodeLens, CodeLensParams, Command } from 'vscode-languageserver/node';
import { codeLenses, countLens, type CodeLens as Lens } from '../features/codeLenses.js';
import { prepareOccurrences } from '../index/occurrences.js';
import type { ClientAbilities } from './abilities.js';
import { toReadingRange } from './convert.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';

/** What a lens takes along until it is resolved. */
interface LensData extends Lens {
  readonly uri: string;
}

/** In slices. */
export async function answerCodeLenses(
  session: Session,
  { textDocument }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  const document = session.find(textDocument.uri);
  if (!document || !session.settingsOf(textDocument.uri).codeLens.references) return [];
  const slices = new Slices(token);
  for (const other of session.index.sharing(document.uri)) await slices.finish(prepareOccurrences(other));
  const lenses = await slices.finish(codeLenses(session.index, document));
  return lenses.map((lens) => ({
    range: toReadingRange(document, lens.span),
    data: { ...lens, uri: textDocument.uri } satisfies LensData,
  }));
}

/** The count, and a command that shows what was counted, for a client that has it; others show the words alone. */
export function resolveCodeLens(
  session: Session,
  lens: CodeLens,
  { generatedPages }: ClientAbilities,
): CodeLens {
  const data = dataOf(lens);
  const view = data && session.view(data.uri);
  const found = data && view && countLens(session.index, view, data);
  if (!found) return { ...lens, command: { title: '', command: '' } };
  const { title, references } = found;
  const canShow = generatedPages && references.length > 0;
  const command: Command = canShow
    ? {
        title,
        command: 'smartEnergyCode.showReferences',
        arguments: [
          data.uri,
          lens.range.start,
          references.map(({ document, start, end }) => ({
            uri: document.uri,
            range: toReadingRange(document, { start, end }),
          })),
        ],
      }
    : { title, command: '' };
  return { range: lens.range, command };
}

/** A client gives back what it was given; anything else is no lens of ours. */
function dataOf({ data }: CodeLens): LensData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, span, isShared, uri } = data as Partial<LensData>;
  if (kind !== 'provision' && kind !== 'definition') return undefined;
  if (typeof span?.start !== 'number' || typeof span.end !== 'number' || typeof uri !== 'string')
    return undefined;
  return { kind, span, isShared: isShared === true, uri };
}
