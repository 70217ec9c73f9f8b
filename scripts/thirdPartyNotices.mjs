// What the bundles take from other people: the packages behind esbuild's metafiles, and the notice that goes with them.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Packages that are published without the licence that their repository holds. */
const heldHere = { '@rubensworks/saxes': 'saxes.txt' };

/**
 * The packages whose files are in the bundles, sorted by name.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {Promise<{ name: string, version: string, license: string, text: string }[]>}
 * @throws where a package says nothing of its licence, or holds no text of it: then it must not be bundled
 */
export async function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        // The innermost package is the one that the file belongs to.
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const packages = await Promise.all([...folders].map(readPackage));
  const byName = new Map(packages.map((held) => [`${held.name} ${held.version}`, held]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notice as a text: a list of the packages, then each licence in its own words. */
export function noticeOf(packages) {
  const list = packages.map(({ name, version, license }) => `- ${name} ${version} (${license})`);
  const texts = packages.map(
    ({ name, version, text }) => `${'='.repeat(80)}\n${name} ${version}\n\n${text}\n`,
  );
  return `The bundles of this extension hold code of these packages, each under its own licence:\n\n${list.join('\n')}\n\n${texts.join('\n')}`;
}

async function readPackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const own = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(entry));
  const file =
    own === undefined
      ? heldHere[name] && path.join(import.meta.dirname, 'licences', heldHere[name])
      : path.join(folder, own);
  if (!license || !file) throw new Error(`${name} ${version} is bundled and holds no licence.`);
  return { name, version, license, text: (await readFile(file, 'utf8')).trim() };
}
