import { jsonText } from '../../features/text/json';
import type { Terminal } from '../environment/terminal';

export function writeJson(data: unknown, terminal: Terminal): void {
  terminal.write(jsonText(data));
}
