/** Preloaded into a process, has it say on standard error how much processor time it took up to its first output, in microseconds. */
const { stdout, stderr } = process;
const write = stdout.write.bind(stdout);
stdout.write = (...args) => {
  const { user, system } = process.cpuUsage();
  stdout.write = write;
  stderr.write(`took ${user + system}\n`);
  return write(...args);
};
