import { serveProcess } from '../../server/src/lsp/server';
import { TOY, TOY_RULES } from '../support/toy-system';

/** The server of the product with the toy registry system, for protocol tests that depend on no real one. */
serveProcess({ systems: [TOY], rules: TOY_RULES });
