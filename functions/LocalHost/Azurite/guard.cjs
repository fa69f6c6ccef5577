// The one process that is Azurite: it runs the emulator inside itself and stops it when the last host has let go, so no orphan can stay.
//   node guard.cjs AZURITE-ENTRY LOCATION STATE-FILE BLOB-PORT QUEUE-PORT TABLE-PORT      (a port of 0 means any free one)
const { renameSync, rmSync, writeFileSync } = require('node:fs');
const { connect, createServer } = require('node:net');

const firstHostWaitMs = 30_000;
const startWaitMs = 60_000;
const saveWaitMs = 15_000;
const [entry, location, stateFile, ...wanted] = process.argv.slice(2);

// A Ctrl-C in a terminal reaches this process too; only the hosts that it is meant for decide when the store closes.
const on = process.on.bind(process);
const once = process.once.bind(process);
for (const name of ['SIGINT', 'SIGHUP']) on(name, () => {});
process.on = (name, handler) => (name === 'SIGINT' || name === 'SIGHUP' ? process : on(name, handler));
process.once = (name, handler) => (name === 'SIGINT' || name === 'SIGHUP' ? process : once(name, handler));

// Its output goes to nobody: the host that started it may be gone.
process.stdout.write = process.stderr.write = () => true;

const free = () => new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

const answers = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

(async () => {
  const ports = [];
  for (const port of wanted) ports.push(Number(port) || await free());
  const [blob, queue, table] = ports;
  process.argv = [process.argv[0], entry, '--skipApiVersionCheck', '--silent', '--disableTelemetry', '--location', location,
    '--blobHost', '127.0.0.1', '--blobPort', blob, '--queueHost', '127.0.0.1', '--queuePort', queue, '--tableHost', '127.0.0.1', '--tablePort', table].map(String);
  require(entry);

  const deadline = Date.now() + startWaitMs;
  while (!(await Promise.all(ports.map(answers))).every(Boolean)) {
    if (Date.now() > deadline) process.exit(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  let stopping = false;
  let hosts = 0;
  const stop = () => {
    if (stopping || hosts > 0) return;
    stopping = true;
    server.unref();
    setTimeout(() => process.exit(1), saveWaitMs).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  // A host holds the store by its connection and lets go by ending it. Where it was the last, the connection closes only with this process, that is
  // when all is saved; and so does that of a host which comes too late, without the word that it holds anything.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.resume();
    if (stopping) return void socket.unref();
    hosts++;
    socket.write('ok\n');
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      hosts--;
      if (hosts > 0) return void socket.end();
      socket.unref();
      stop();
    };
    socket.once('end', release);
    socket.once('close', release);
  });
  process.on('exit', () => rmSync(stateFile, { force: true }));
  server.listen(0, '127.0.0.1', () => {
    writeFileSync(`${stateFile}.new`, JSON.stringify({ guard: server.address().port, blob, queue, table, pid: process.pid }));
    renameSync(`${stateFile}.new`, stateFile);
    setTimeout(stop, firstHostWaitMs).unref();
  });
})();
