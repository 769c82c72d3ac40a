import { jsonText } from '../features/json-text';
import type { Terminal } from './terminal';

export function writeJson(data: unknown, terminal: Terminal): void {
  terminal.write(jsonText(data));
}
