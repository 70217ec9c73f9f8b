import type { Severity } from '../findings/finding.js';
import type { CheckedFile, FindingJson } from './checkCommand.js';
import type { Colours, Output } from './output.js';
import { shownPlace } from './reading.js';

const widest = 110;

/** Findings for people: place, severity, code, message, the line with a caret line below it, and what would mend it. */
export function printFindings(files: readonly CheckedFile[], output: Output): void {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of files) {
    for (const finding of file.findings) {
      counts[finding.severity]++;
      output.print(report(file, finding, output.colours));
    }
  }
  if (files.length > 0) output.print(`${summary(files.length, counts)}\n`);
}

function report(file: CheckedFile, finding: FindingJson, colours: Colours): string {
  const head = `${colours.bold(shownPlace(file, finding.range, finding.provision))} ${paint(colours, finding.severity)(finding.severity)} ${colours.dim(finding.code)}`;
  const lines = [head, `  ${finding.message}`, ...excerpt(file, finding, colours)];
  const [fix] = finding.fixes;
  if (fix) lines.push(`  ${colours.green('fix:')} ${fix.title}`);
  return `${lines.join('\n')}\n\n`;
}

/** The part of the line around the finding, and carets below it. */
function excerpt(file: CheckedFile, { range }: FindingJson, colours: Colours): string[] {
  const line = file.lineText(range.start.line);
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const from = Math.max(0, range.start.character - 40);
  const shown = line.slice(from, from + widest).replace(/[\t\r\u00a0]/g, ' ');
  const carets = Math.max(1, Math.min(end, from + widest) - range.start.character);
  const lead = from > 0 ? '…' : '';
  const indent = ' '.repeat(range.start.character - from + lead.length);
  return [
    `  ${colours.dim('|')} ${lead}${shown}`,
    `  ${colours.dim('|')} ${indent}${colours.yellow('^'.repeat(carets))}`,
  ];
}

function paint(colours: Colours, severity: Severity): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'information':
      return colours.cyan;
    case 'hint':
      return colours.dim;
  }
}

function summary(files: number, counts: Record<Severity, number>): string {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const what =
    found.length === 0 ? 'no findings' : found.map(([severity, count]) => plural(count, severity)).join(', ');
  return `${plural(files, 'file')}: ${what}`;
}

function plural(count: number, word: string): string {
  if (word === 'information') return `${count} information`;
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
