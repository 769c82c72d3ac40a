import { serveProcess } from '../../server/src/lsp/server';
import { TOY_SERVER } from '../support/toy-system';

/** The server of the product with the toy registry system, for protocol tests that depend on no real one. */
serveProcess(TOY_SERVER);
