// Opens the files of a folder with vscode-markdown-languageservice and asks for what needs all of them: the headings of every
// file, and the links to one heading. It is copied to where the service is installed, and prints its figures as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { createLanguageService, githubSlugifier } from 'vscode-markdown-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';

const folder = process.argv[2];
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const noEvent = () => ({ dispose() {} });
const start = performance.now();
const documents = new Map();
for (const name of readdirSync(folder)) {
  const uri = URI.file(path.join(folder, name.replace(/\.sec$/, '.md')));
  const text = readFileSync(path.join(folder, name), 'utf8');
  documents.set(uri.toString(), TextDocument.create(uri.toString(), 'markdown', 0, text));
}
const markdown = MarkdownIt({ html: true });
const service = createLanguageService({
  logger: { level: 0, log() {} },
  parser: {
    slugifier: githubSlugifier,
    tokenize: async (document) => markdown.parse(document.getText(), {}),
  },
  workspace: {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: noEvent,
    onDidCreateMarkdownDocument: noEvent,
    onDidDeleteMarkdownDocument: noEvent,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri) => documents.get(uri.toString()),
    stat: async () => undefined,
    readDirectory: async () => [],
  },
});
await service.getWorkspaceSymbols('', never);
const [first] = documents.values();
await service.getReferences(first, { line: 0, character: 0 }, { includeDeclaration: true }, never);
const ms = performance.now() - start;
process.stdout.write(JSON.stringify({ ms, peakMemory: process.resourceUsage().maxRSS / 1000 }));
