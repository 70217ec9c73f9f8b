import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Hover, Location, LocationLink } from 'vscode-languageserver/node';
import { LspClient, positionOf } from '../support/lspClient.js';

const codes = (found: Diagnostic[]): unknown[] => found.map(({ code }) => code);

const sectionA = [
  '---',
  'part: Section A',
  'version: "6.12"',
  '---',
  'SECTION A: DEFINITIONS AND INTERPRETATION',
  'A1 DEFINITIONS',
  'A1.1 In this Code, the following expressions have the meanings set out beside them:',
  'Gas Meter\tmeans a device that measures gas.',
  'Party\tmeans a person that is bound by this Code.',
  '',
].join('\n');
const sectionD = [
  '---',
  'part: Section D',
  '---',
  'SECTION D: MODIFICATION PROCESS',
  'D9 DECISION',
  'D9.4 Each Party shall read its Gas Meter.',
  '',
].join('\n');

describe('the language server over standard input and output', () => {
  let folder: string;
  let client: LspClient;
  const draft = (): string => pathToFileURL(path.join(folder, 'draft.sec')).href;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sec-lsp-'));
    await mkdir(path.join(folder, 'sec'));
    await writeFile(path.join(folder, 'sec', 'section-a.sec'), sectionA);
    await writeFile(path.join(folder, 'sec', 'section-d.sec'), sectionD);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    await rm(folder, { recursive: true });
  });

  it('warns of an undefined term, takes the warning back once it is defined, and then warns of a misspelling with a fix', async () => {
    ({ client } = await LspClient.start({ folder }));
    const head = 'Section D\n\nD9.5 ';
    await client.open(draft(), `${head}Each Party shall send a Meter Volume Notice to the Panel.\n`);
    const undefinedTerm = await client.diagnostics(draft(), (found) =>
      codes(found).includes('undefined-term'),
    );
    assert.equal(undefinedTerm[0]?.source, 'smart-energy-code');
    assert.match(JSON.stringify(undefinedTerm[0]), /Meter Volume Notice/);

    const defined =
      'Section A\n\nInsert the following definitions:\n\nMeter Volume Notice\tmeans a notice of what was measured.\n\n';
    await client.change(draft(), `${defined}${head}Each Party shall send a Meter Volume Notice.\n`);
    await client.diagnostics(draft(), (found) => found.length === 0);

    const misspelt = `${defined}${head}Each Party shall send a Meter Volmue Notice.\n`;
    await client.change(draft(), misspelt);
    const [nearMiss] = await client.diagnostics(draft(), (found) => codes(found).includes('near-miss-term'));
    assert.ok(nearMiss);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: draft() },
      range: nearMiss.range,
      context: { diagnostics: [nearMiss] },
    });
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.edit?.changes?.[draft()]?.[0]?.newText, 'Meter Volume Notice');
    assert.ok(actions.some(({ title }) => /^Ignore near-miss-term here$/.test(title)));
  });

  it('tells what a text itself defines before the folders are read, and of the Code once they are', async () => {
    const clauses = Array.from({ length: 2000 }, (_, i) => `C1.${i + 1} Each Party shall read Section D9.4.`);
    for (let i = 0; i < 10; i++)
      await writeFile(path.join(folder, `draft-${i}.sec`), ['Section C', ...clauses].join('\n\n'));
    ({ client } = await LspClient.start({ folder }));
    const text = 'Section D\n\nD9.5 A “Dial Day” means a day. The Dial Day of a Gas Meter ends.\n';
    await client.open(draft(), text);
    const answers: string[] = [];
    const ask = async (words: string): Promise<void> => {
      const hover = await client.at<Hover | null>('textDocument/hover', draft(), positionOf(text, words, 2));
      answers.push(hover ? words : `nothing of ${words}`);
    };
    const findings = client.diagnostics(draft(), () => true).then(() => answers.push('findings'));
    await Promise.all([findings, ask('Gas Meter'), ask('Dial Day of')]);
    assert.equal(answers[0], 'Dial Day of');
    assert.ok(answers.includes('Gas Meter'), `the Code is waited for: ${answers.join(', ')}`);
  });

  it('hovers and jumps to the same place, in the code folder', async () => {
    ({ client } = await LspClient.start({
      folder,
      capabilities: {
        textDocument: { hover: { contentFormat: ['markdown'] }, definition: { linkSupport: true } },
      },
    }));
    const text = 'Section D\n\nD9.5 The Gas Meter of Section D9.4 stays.\n';
    await client.open(draft(), text);
    await client.diagnostics(draft(), () => true);
    await waitFor(async () => {
      const hover = await client.at<Hover | null>(
        'textDocument/hover',
        draft(),
        positionOf(text, 'Gas Meter', 2),
      );
      return hover !== null && /measures gas/.test(JSON.stringify(hover.contents));
    });
    const hover = await client.at<Hover>('textDocument/hover', draft(), positionOf(text, 'Gas Meter', 2));
    assert.deepEqual(hover.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 18 } });
    const [link] = await client.at<LocationLink[]>(
      'textDocument/definition',
      draft(),
      positionOf(text, 'D9.4'),
    );
    assert.match(link?.targetUri ?? '', /section-d\.sec$/);
    assert.deepEqual(link?.targetSelectionRange, {
      start: { line: 5, character: 0 },
      end: { line: 5, character: 4 },
    });
    assert.deepEqual(link?.originSelectionRange, {
      start: { line: 2, character: 22 },
      end: { line: 2, character: 34 },
    });
    const declaration = await client.at<LocationLink[]>(
      'textDocument/declaration',
      draft(),
      positionOf(text, 'D9.4'),
    );
    assert.deepEqual(declaration, [link]);
  });

  it('gives a generated page only to a client that shows such pages', async () => {
    const text = 'See Section K2.1 of the SEC.\n';
    ({ client } = await LspClient.start({ folder, initializationOptions: { generatedPages: true } }));
    await client.open(draft(), text);
    const [page] = await client.at<Location[]>('textDocument/definition', draft(), positionOf(text, 'K2.1'));
    assert.match(page?.uri ?? '', /^sec-facts:/);
    const shown: { text: string } = await client.connection.sendRequest('smartEnergyCode/generatedPage', {
      uri: page?.uri,
    });
    assert.match(shown.text, /It is not the text of the Code/);
    assert.match(shown.text, /K2/);
    await client.stop();
    ({ client } = await LspClient.start({ folder }));
    await client.open(draft(), text);
    assert.equal(await client.at('textDocument/definition', draft(), positionOf(text, 'K2.1')), null);
    const hover = await client.at<Hover>('textDocument/hover', draft(), positionOf(text, 'K2.1'));
    assert.match(JSON.stringify(hover.contents), /not known here/);
  });

  it('lets a client pull, and answers an unchanged text in a word', async () => {
    ({ client } = await LspClient.start({ folder, capabilities: { textDocument: { diagnostic: {} } } }));
    await client.open(draft(), 'Section D\n\nD9.5 See Section D9.44.\n');
    const pull = (
      previousResultId?: string,
    ): Promise<{ kind: string; resultId: string; items?: Diagnostic[] }> =>
      client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: draft() },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const full = await pull();
    assert.deepEqual(codes(full.items ?? []), ['unresolved-reference']);
    assert.equal((await pull(full.resultId)).kind, 'unchanged');
    const workspace: { items: { uri: string; items: Diagnostic[] }[] } = await client.connection.sendRequest(
      'workspace/diagnostic',
      {
        previousResultIds: [],
      },
    );
    assert.equal(workspace.items.length, 3);
  });

  it('follows a code folder file that changes on disk', async () => {
    ({ client } = await LspClient.start({ folder }));
    await client.open(draft(), 'Section D\n\nD9.5 See Section D9.44.\n');
    await client.diagnostics(draft(), (found) => codes(found).includes('unresolved-reference'));
    const file = path.join(folder, 'sec', 'section-d.sec');
    await writeFile(file, `${sectionD}D9.44 Each Party shall wait.\n`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file).href, type: 2 }],
    });
    await client.diagnostics(draft(), (found) => found.length === 0);
  });

  it('says a wrong setting in one line and lives on', async () => {
    ({ client } = await LspClient.start({
      folder,
      initializationOptions: { asAt: 'yesterday', rules: { 'no-such-code': 'off' } },
    }));
    await client.open(draft(), 'Section D\n\nD9.5 See Section D9.44.\n');
    await client.diagnostics(draft(), (found) => codes(found).includes('unresolved-reference'));
    assert.ok(client.logged.some((line) => line.includes('asAt must be a day')));
    assert.ok(client.logged.some((line) => line.includes('there is no code “no-such-code”')));
  });

  it('reads a text with a line of over 1 MB for references and terms only, and lives on', async () => {
    ({ client } = await LspClient.start({ folder }));
    await client.open(draft(), `Section D\n\nD9.5 See Section D9.44 {xx}. ${'word '.repeat(210_000)}\n`);
    const found = await client.diagnostics(draft(), (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(codes(found), ['unresolved-reference']);
    assert.equal(client.logged.filter((line) => line.includes('line of over 1 MB')).length, 1);
  });
});

async function waitFor(test: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await test()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('the condition was not met within five seconds');
}
