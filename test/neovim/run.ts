import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `drive.lua` writes. */
interface Seen {
  readonly failed?: string;
  readonly error?: string;
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly definition: string;
  readonly encoding: string;
  readonly renamed: readonly string[];
}

const isThere = spawnSync('nvim', ['--version']).status === 0;
if (isThere) driveNeovim();
else console.log('Neovim is not installed: its client was not tested.');

/** Hover, definition, diagnostics and rename with Neovim's own client, over the bundled server. */
function driveNeovim(): void {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'sec-neovim-')));
  try {
    cpSync('examples', root, { recursive: true });
    const seenFile = path.join(root, 'seen.json');
    writeFileSync(
      path.join(root, 'drafts', 'neovim.sec'),
      'Section D\n\nD9.9 “Fünf”: each Party shall tell the Panel of a Gas Volume Notice.\n',
    );
    const script = path.resolve('test/neovim/drive.lua');
    const run = spawnSync('nvim', ['--headless', '--clean', '-n', '-S', script], {
      cwd: root,
      encoding: 'utf8',
      timeout: 90_000,
      env: {
        ...process.env,
        SEC_ROOT: root,
        SEC_SEEN: seenFile,
        SEC_NODE: process.execPath,
        SEC_SERVER: path.resolve('dist/cli.js'),
        XDG_STATE_HOME: path.join(root, '.state'),
        XDG_CACHE_HOME: path.join(root, '.cache'),
      },
    });
    assert.ok(existsSync(seenFile), `Neovim wrote nothing: ${run.stdout}\n${run.stderr}`);
    const seen = JSON.parse(readFileSync(seenFile, 'utf8')) as Seen;
    assert.equal(seen.failed, undefined);
    assert.equal(seen.error, undefined);
    assert.ok(seen.diagnostics.includes('undefined-term'), seen.diagnostics.join());
    assert.match(seen.hover, /\*\*Party\*\*/);
    assert.match(seen.definition, /section-a\.sec$/);
    assert.match(seen.renamed.join('\n'), /each Member shall tell/);
    console.log(
      `Neovim: diagnostics ${seen.diagnostics.join(', ')}; hover, definition and rename answered; positions in ${seen.encoding}.`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
