import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { findBrowser } from '../lanes/browser.js';
import { editorsFolder, findCodeServer } from '../lanes/editors.js';
import { contention } from './contention.js';
import { giveRun, openExamples, removeScratch } from './setting.js';

/**
 * `npm run bench:editor`: how long the packaged extension takes to be activated, as VS Code itself reports it, beside one that does
 * nothing; and how long the first hover takes on the example workspace, from the key to the words. Each round is a fresh editor.
 */
const rounds = 3;
const limits = { activation: 150, hover: 500 };

interface Round {
  readonly activation: number;
  readonly nothing: number;
  readonly hover: number;
  readonly contention: number;
}

const editor = findCodeServer('gate');
if (editor === undefined || findBrowser() === undefined) {
  console.log(`Not measured: there is no code-server with Chromium in ${editorsFolder()}.`);
} else {
  const pictures = path.resolve('test-output/page/bench');
  await mkdir(pictures, { recursive: true });
  const vsix = path.resolve('test-output/smart-energy-code.vsix');
  execFileSync(process.execPath, ['scripts/package.mjs', '--out', vsix], { stdio: 'ignore' });
  const nothing = path.resolve('test-output/does-nothing.vsix');
  await writeFile(nothing, doesNothing());
  giveRun({ editor, vsix, pictures });
  console.log(`Measured in ${editor.name}, ${rounds} times; the middle one counts.`);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure(vsix, nothing));
  await removeScratch();
  report(measured);
}

async function measure(vsix: string, nothing: string): Promise<Round> {
  const workbench = await openExamples({ vsix: [vsix, nothing] });
  try {
    await workbench.started();
    const before = contention();
    await workbench.openFile('appendix-ab.sec');
    await workbench.putCursor('sec/appendix-ab.sec', 'Sub GHz Alert');
    // Colours by meaning: the server has read the Code.
    await workbench.coloursOf('Sub GHz Alert', 'shall', 'the ');
    const pressed = Date.now();
    await workbench.hoverAtCursor('Section A1.1', 5000);
    const hover = Date.now() - pressed;
    const after = contention();
    await workbench.press('Escape');
    await workbench.run('Developer: Show Running Extensions');
    const activationOf = async (name: string): Promise<number> => {
      const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name });
      const words = await row.first().innerText();
      return Number(/Activation: (\d+)ms/.exec(words)?.[1] ?? Number.NaN);
    };
    const activation = await activationOf('Smart Energy Code Legal Text');
    await workbench.picture('running-extensions');
    return {
      activation,
      nothing: await activationOf('Does Nothing'),
      hover,
      contention: (before + after) / 2,
    };
  } finally {
    await workbench.close();
  }
}

function report(measured: readonly Round[]): void {
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const slowed = middle(measured.map((round) => round.contention));
  const show = (name: string, pick: (round: Round) => number, limit?: number): void => {
    const value = middle(measured.map(pick));
    const own = middle(measured.map((round) => pick(round) / round.contention));
    const verdict = limit === undefined ? '' : `; at most ${limit} ms: ${own <= limit ? 'kept' : 'NOT KEPT'}`;
    console.log(`${name}: ${value} ms, ${Math.round(own)} ms on a machine of its own${verdict}`);
    if (limit !== undefined && !(own <= limit)) process.exitCode = 1;
  };
  console.log(`The machine was slowed by others to ${Math.round(100 / slowed)} % of its speed.`);
  show('activation of an extension that does nothing', ({ nothing }) => nothing);
  show('activation', ({ activation }) => activation, limits.activation);
  show('first hover', ({ hover }) => hover, limits.hover);
}

/** A package of an extension that only starts. */
function doesNothing(): Uint8Array {
  const manifest = {
    name: 'does-nothing',
    displayName: 'Does Nothing',
    publisher: 'smart-energy-code-tests',
    version: '0.0.1',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
    activationEvents: ['onLanguage:sec', 'workspaceContains:**/*.sec'],
  };
  const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="en-US" Id="${manifest.name}" Version="${manifest.version}" Publisher="${manifest.publisher}"/>
<DisplayName>${manifest.displayName}</DisplayName></Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>`;
  return zipSync({
    'extension.vsixmanifest': strToU8(vsixManifest),
    'extension/package.json': strToU8(JSON.stringify(manifest)),
    'extension/main.js': strToU8('exports.activate = () => undefined;\n'),
  });
}
