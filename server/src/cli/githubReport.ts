import type { Severity } from '../findings/finding.js';
import type { CheckedFile } from './checkCommand.js';
import type { Output } from './output.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows beside the changed lines. */
export function printGithub(files: readonly CheckedFile[], output: Output): void {
  for (const { path, findings } of files) {
    for (const { severity, code, message, range, provision } of findings) {
      const place = provision === undefined ? '' : `${provision}: `;
      const properties = [
        `file=${escapeProperty(path)}`,
        `line=${range.start.line + 1}`,
        `col=${range.start.character + 1}`,
        `endLine=${range.end.line + 1}`,
        `endColumn=${range.end.character + 1}`,
        `title=${escapeProperty(code)}`,
      ];
      output.print(`::${commands[severity]} ${properties.join(',')}::${escapeData(place + message)}\n`);
    }
  }
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
