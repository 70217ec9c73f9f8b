import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { zipSync } from 'fflate';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What the package may hold: each file is of one of these. */
const allowed = [
  /^(?:CHANGELOG|README)\.md$/,
  /^LICENSE$/,
  /^package(?:\.nls(?:\.[a-z-]+)?)?\.json$/,
  /^data\/[a-z]+\.json$/,
  /^data\/SOURCES\.md$/,
  /^data\/schema\/[a-z]+\.schema\.json$/,
  /^dist\/(?:cli|server|chunk-\w+|\w+-\w+)\.js$/,
  /^dist\/extension\.cjs$/,
  /^dist\/ThirdPartyNotices\.txt$/,
  /^docs\/findings\.md$/,
  /^docs\/images\/[a-z-]+\.png$/,
  /^examples\/(?:drafts\/|sec\/|papers\/)?[\w-]+\.(?:sec|md)$/,
  /^images\/(?:walkthrough\/)?[a-z-]+\.(?:png|svg)$/,
  /^l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^language-configuration\.json$/,
  /^syntaxes\/[\w.-]+\.tmLanguage\.json$/,
];

const needed = [
  'dist/extension.cjs',
  'dist/server.js',
  'dist/cli.js',
  'dist/ThirdPartyNotices.txt',
  'LICENSE',
  'README.md',
  'data/sections.json',
  'images/icon.png',
];

describe('the package', () => {
  /** By the list `files` of package.json, which the packer of `.vsix` files and npm read alike. */
  let files: readonly string[] = [];

  before(() => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const listed = execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [packed] = JSON.parse(listed) as [{ files: { path: string }[] }];
    files = packed.files.map(({ path }) => path);
  });

  it('holds what it needs and nothing else', () => {
    const others = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
    assert.deepEqual(others, []);
    for (const file of needed) assert.ok(files.includes(file), file);
  });

  it('is smaller than 1.5 MB', () => {
    const packed = zipSync(Object.fromEntries(files.map((file) => [file, readFileSync(file)])));
    assert.ok(packed.length < 1_500_000, `${packed.length} bytes`);
  });

  it('starts with small bundles: the client and the server below 1 MB each', () => {
    assert.ok(statSync('dist/extension.cjs').size < 1_000_000);
    assert.ok(statSync('dist/server.js').size < 1_000_000);
  });

  it('names every package that it bundles, with its licence', () => {
    const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    for (const name of Object.keys(dependencies)) {
      assert.match(
        notices,
        new RegExp(`^- ${name} [\\d.]+ \\((?:MIT|ISC|Apache-2\\.0|BSD-[23]-Clause)\\)$`, 'm'),
      );
      assert.match(notices, new RegExp(`={80}\\n${name} [\\d.]+\\n\\n\\S`));
    }
    assert.doesNotMatch(notices, /\((?:A?GPL|LGPL|UNLICENSED|SEE )/);
  });
});
