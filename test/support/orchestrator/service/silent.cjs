// A service that runs and never listens, and that does not want to end.
process.stdout.write('thinking\n');
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 60_000);
