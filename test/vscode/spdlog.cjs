/** Stands in for the native log writer of VS Code, so that a failed run leaves logs and the Output panel has text. */
const fs = require('node:fs');
const path = require('node:path');

class Logger {
  constructor(file) {
    this.file = file;
    this.plain = false;
  }

  /** From here on the caller brings time and level itself. */
  clearFormatters() {
    this.plain = true;
  }

  write(level, text) {
    const line = this.plain ? text : `${new Date().toISOString()} [${level}] ${text}\n`;
    fs.appendFile(this.file, line, () => undefined);
  }

  getLevel() {
    return 0;
  }

  setLevel() {}
  setPattern() {}
  flush() {}
  drop() {}
}

for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) {
  Logger.prototype[level] = function (text) {
    this.write(level, text);
  };
}

async function createLogger(name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(file);
}

// One by one: VS Code imports this as an ES module, whose names are guessed from the text.
exports.Logger = Logger;
exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
