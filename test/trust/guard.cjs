/**
 * Loaded before a program: whoever reaches for a process, the network, a socket to listen on, or writes to the disk ends the
 * program at once, with the stack.
 */
'use strict';
const fs = require('node:fs');

function refuse(owner, what) {
  const stop = () => {
    const { stack } = new Error(`The program reached for ${what}`);
    process._rawDebug(stack);
    process.reallyExit(97);
  };
  owner[what] = stop;
}

for (const [name, members] of Object.entries({
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  net: ['connect', 'createConnection', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve'],
  worker_threads: ['Worker'],
  vm: ['runInThisContext', 'runInNewContext', 'runInContext'],
  inspector: ['open'],
}))
  for (const member of members) refuse(require(`node:${name}`), member);
refuse(require('node:net').Server.prototype, 'listen');
refuse(require('node:net').Socket.prototype, 'connect');
refuse(globalThis, 'fetch');
refuse(globalThis, 'eval');

const WRITES = ['appendFile', 'writeFile', 'mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir', 'unlink', 'symlink', 'link', 'copyFile', 'cp', 'truncate', 'chmod', 'chown', 'utimes']; // prettier-ignore
for (const member of WRITES) {
  refuse(fs, member);
  refuse(fs, `${member}Sync`);
  refuse(fs.promises, member);
}
refuse(fs, 'createWriteStream');
