import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import {
  isFindingCode,
  isRuleSetting,
  severities,
  findingCodes,
  type RuleSettings,
} from '../findings/codes.js';
import type { Severity } from '../findings/finding.js';
import { parseDay } from '../model/calendar.js';
import type { CheckFormat } from './checkCommand.js';
import type { ImportOptions } from './importCommand.js';
import type { Output } from './output.js';

/** Exit codes (product.md, Command line). */
export const exitCodes = { clean: 0, found: 1, wrong: 2 } as const;

/** What every reading command takes; commander fills it in. */
export interface CommonOptions {
  readonly code?: string;
  readonly facts?: string;
  readonly asAt?: string;
  readonly maxFileSize?: number;
}

/** Starts the language server on standard input and output; given by the composition root. */
export type StartServer = () => Promise<void>;

/**
 * Runs one command line.
 * @param args the words behind the program's name
 * @returns the exit code; nothing is thrown for wrong usage or unreadable input
 */
export async function runProgram(
  args: readonly string[],
  output: Output,
  startServer: StartServer,
): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = makeProgram(output, startServer, (code) => (exitCode = Math.max(exitCode, code)));
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.wrong;
  }
  return exitCode;
}

/** Each command is loaded when it is asked for: help and the server of an editor need none of them. */
function makeProgram(output: Output, startServer: StartServer, exit: (code: number) => void): Command {
  const program = new Command('smart-energy-code')
    .description('Checks Smart Energy Code (SEC) legal text: defined terms, references, modifications.')
    .version(output.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.print(text), writeErr: (text) => output.tell(text) });

  reading(program, 'check', 'find faults: terms that nothing defines, references that point at nothing, …')
    .addOption(formatOption(['text', 'json', 'sarif', 'github']))
    .option(
      '--rule <CODE=SEVERITY>',
      'set the severity of a code (error, warning, information, hint, off); repeatable',
      collectRule,
      {},
    )
    .addOption(failOnOption())
    .action(
      async (
        paths: string[],
        options: CommonOptions & { format: CheckFormat; rule: RuleSettings; failOn: Severity },
      ) => exit(await (await import('./checkCommand.js')).runCheck(paths, options, output)),
    );
  reading(program, 'references', 'list every reference with its target and what it resolves to')
    .addOption(formatOption(['text', 'json']))
    .action(async (paths: string[], options: CommonOptions & { format: 'text' | 'json' }) =>
      exit(await (await import('./referencesCommand.js')).runReferences(paths, options, output)),
    );
  reading(program, 'terms', 'list definitions and the uses of defined terms')
    .addOption(formatOption(['text', 'json']))
    .action(async (paths: string[], options: CommonOptions & { format: 'text' | 'json' }) =>
      exit(await (await import('./termsCommand.js')).runTerms(paths, options, output)),
    );
  reading(program, 'outline', 'list the provisions')
    .addOption(formatOption(['text', 'json']))
    .action(async (paths: string[], options: CommonOptions & { format: 'text' | 'json' }) =>
      exit(await (await import('./outlineCommand.js')).runOutline(paths, options, output)),
    );
  common(
    program
      .command('explain')
      .description('say what is known of a term, a provision, a modification or a document'),
  )
    .argument('<name>', 'such as "Sub GHz Alert", D9.4, SECMP0023, DUIS')
    .addOption(formatOption(['text', 'json']))
    .action(async (name: string, options: CommonOptions & { format: 'text' | 'json' }) =>
      exit(await (await import('./explainCommand.js')).runExplain(name, options, output)),
    );
  program
    .command('import')
    .description('turn Word files, web pages and texts into .sec files: the Code, or papers of legal text')
    .argument('<file...>', '.docx, .html, .txt and .md files, zips of them, folders and globs')
    .requiredOption('--out <DIR>', 'the folder to write into')
    .addOption(
      new Option('--changes <treatment>', 'what becomes of tracked changes')
        .choices(['keep', 'accept', 'reject'])
        .default('keep'),
    )
    .option('--draft', 'the files are papers of legal text that change the Code')
    .option('--force', 'write over files that were edited since they were imported')
    .addOption(formatOption(['text', 'json']))
    .action(async (files: string[], options: ImportOptions) =>
      exit(await (await import('./importCommand.js')).runImport(files, options, output)),
    );
  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(startServer);
  return program;
}

function reading(program: Command, name: string, description: string): Command {
  return common(program.command(name).description(description)).argument(
    '<path...>',
    'files, folders and globs; - reads standard input',
  );
}

function common(command: Command): Command {
  return command
    .option('--code <DIR>', 'the code folder: your copy of the Code (default: sec/, if there)')
    .option('--facts <PATH>', 'your own facts, laid over the bundled ones')
    .option('--as-at <YYYY-MM-DD>', 'the day for which versions are judged (default: today)', readDay)
    .option(
      '--max-file-size <MB>',
      'above it a file is read for references and terms only (default: 20)',
      readSize,
    );
}

function formatOption(choices: readonly string[]): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default('text');
}

function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'exit with 1 when something at or above it was found')
    .choices(severities)
    .default('error');
}

function readDay(text: string): string {
  if (!parseDay(text)) throw new InvalidArgumentError('It must be a day like 2019-04-26.');
  return text;
}

function readSize(text: string): number {
  const size = Number(text);
  if (!Number.isFinite(size) || size <= 0)
    throw new InvalidArgumentError('It must be a number of megabytes above 0.');
  return size * 1e6;
}

function collectRule(text: string, before: RuleSettings): RuleSettings {
  const [code = '', setting = ''] = text.split('=');
  if (!isFindingCode(code)) {
    throw new InvalidArgumentError(
      `There is no code “${code}”; the codes are ${Object.keys(findingCodes).join(', ')}.`,
    );
  }
  if (!isRuleSetting(setting)) {
    throw new InvalidArgumentError(
      `“${setting}” is no severity; write ${code}=error, warning, information, hint or off.`,
    );
  }
  return { ...before, [code]: setting };
}
