/**
 * Makes operations on files fail, as on a machine in trouble. Loaded before a program, it takes its plan from the variable
 * FAULTS, as JSON; tests within one process call `inject`. A plan names the operation (of any spelling: `readdir` is also
 * `readdirSync`), the paths by the end of their names, the code of the error, and how often it happens (always, if not said).
 */
'use strict';
const fs = require('node:fs');

/** Gives a function that takes all faults back. `calls` is told every operation before it happens, and may throw as well. */
function inject(plans, calls = () => undefined) {
  const undo = [];
  const left = plans.map(({ times }) => times ?? Infinity);
  const check = (operation, at) => {
    calls(operation, at);
    for (const [i, { on, path, code }] of plans.entries())
      if (on === operation && typeof at === 'string' && at.endsWith(path) && left[i]-- > 0)
        throw fault(code, operation, at);
  };
  const replace = (owner, name, make) => {
    const real = owner[name];
    owner[name] = make(real);
    undo.push(() => (owner[name] = real));
  };
  for (const name of OPERATIONS) {
    if (typeof fs[`${name}Sync`] === 'function')
      replace(fs, `${name}Sync`, real => (...args) => {
        check(name, args[0]);
        return real.apply(fs, args);
      });
    if (typeof fs[name] === 'function')
      replace(fs, name, real => (...args) => {
        try {
          check(name, args[0]);
        } catch (error) {
          return void setImmediate(args.at(-1), error);
        }
        return real.apply(fs, args);
      });
    if (typeof fs.promises[name] === 'function')
      replace(fs.promises, name, real => async (...args) => {
        check(name, args[0]);
        return real.apply(fs.promises, args);
      });
  }
  return () => undo.forEach(each => each());
}

const OPERATIONS = ['readdir', 'open', 'read', 'stat', 'lstat', 'fstat', 'write', 'writeFile', 'fsync', 'fchmod', 'chmod', 'rename', 'link', 'copyFile', 'mkdir', 'rm', 'rmdir', 'unlink', 'close']; // prettier-ignore

function fault(code, operation, at) {
  return Object.assign(new Error(`${code}: made up, ${operation} '${at}'`), { code, syscall: operation, path: at });
}

module.exports = { inject, fault };
if (process.env.FAULTS !== undefined) inject(JSON.parse(process.env.FAULTS));
