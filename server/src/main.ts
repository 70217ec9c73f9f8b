import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadFindingsPage } from './files/findingsPage.js';
import { keepHeapSmall } from './files/heap.js';
import { packageVersion } from './files/packageVersion.js';
import { serve } from './protocol/server.js';

keepHeapSmall();

/** The language server's composition root: over the extension's channel, or `--stdio` for any other client. */
serve(createConnection(ProposedFeatures.all), await packageVersion(), await loadFindingsPage());
