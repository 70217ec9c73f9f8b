// Bundles the extension's client and the server with its command line into dist/, with the licences of what they hold.
import { build } from 'esbuild';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { bundledPackages, noticeOf } from './thirdPartyNotices.mjs';

await rm('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: 'node',
  sourcemap: false,
  minify: true,
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
};

const client = await build({
  ...shared,
  entryPoints: ['client/src/extension.ts'],
  outfile: 'dist/extension.cjs',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
});
// Some bundled packages are CommonJS and ask for Node's own modules: the banner gives the ES modules a `require`.
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";
const server = await build({
  ...shared,
  entryPoints: { server: 'server/src/main.ts', cli: 'server/src/cli.ts' },
  outdir: 'dist',
  format: 'esm',
  target: 'node20',
  splitting: true,
  banner: { js: requireBanner },
});
await chmod('dist/cli.js', 0o755);
const packages = await bundledPackages([client.metafile, server.metafile]);
await writeFile('dist/ThirdPartyNotices.txt', noticeOf(packages));
