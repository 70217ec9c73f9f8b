// `npm run l10n`: puts what people read where translators find it. The words of package.json go to package.nls.json, each behind
// a key that says where it belongs; the messages of `l10n.t` in client/src go to l10n/bundle.l10n.json. With `--check` nothing
// is written, and what is not in its place is an error.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const check = process.argv.includes('--check');
const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const held = JSON.parse(await readFile('package.nls.json', 'utf8').catch(() => '{}'));
const words = {};
const wrong = [];

/** Fields of package.json that people read. */
const readable = new Set([
  'title',
  'description',
  'markdownDescription',
  'contents',
  'altText',
  'patternErrorMessage',
  'errorMessage',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
]);

const { capabilities, contributes } = manifest;
manifest.description = place('description', manifest.description);
walk(capabilities, ['capabilities']);
walk(contributes, []);
await keep('package.json', manifest);
await keep('package.nls.json', sorted(words));
await keep('l10n/bundle.l10n.json', await messages());

if (check && wrong.length > 0) {
  console.error(
    `Not where translators look for it; \`npm run l10n\` puts it there:\n  ${wrong.join('\n  ')}`,
  );
  process.exitCode = 1;
}

/** Replaces every readable text below a value by its key. */
function walk(value, at) {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = name === 'properties' ? at : [...at, nameOf(value, name, inner)];
    if (readable.has(name) && typeof inner === 'string') value[name] = place(here.join('.'), inner);
    else if (readable.has(name) && Array.isArray(inner)) {
      value[name] = inner.map((text, index) => place([...here, index].join('.'), text));
    } else if (!['default', 'examples', 'enum'].includes(name)) walk(inner, here);
  }
}

/** A member of a list is named by what it is, not by its number, so that keys stay when the list grows. */
function nameOf(owner, name, inner) {
  if (!Array.isArray(owner)) return name.replace(/^smartEnergyCode\./, '');
  return String(inner?.id ?? inner?.command ?? inner?.view ?? name).replace(/^smartEnergyCode\./, '');
}

function place(key, text) {
  if (text === '') return text;
  const known = /^%(.+)%$/.exec(text)?.[1];
  if (known === undefined) {
    words[key] = text;
    wrong.push(`package.json: ${key} is written out`);
    return `%${key}%`;
  }
  if (held[known] === undefined) wrong.push(`package.nls.json: ${known} is missing`);
  else words[known] = held[known];
  return text;
}

/** The message of each `l10n.t` in the client: with its comment where it has one. */
async function messages() {
  const found = {};
  for (const name of await readdir('client/src', { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const file = path.join('client/src', name);
    const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText(source))) {
        const [message] = node.arguments;
        if (message && ts.isStringLiteralLike(message)) found[message.text] = message.text;
        else {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
          throw new Error(`${file}:${line + 1}: the message of l10n.t must be written out`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return sorted(found);
}

function sorted(map) {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function keep(file, value) {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) return;
  if (check) wrong.push(`${file} is out of date`);
  else await writeFile(file, text);
}
