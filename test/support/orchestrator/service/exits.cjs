// A service that cannot start.
process.stderr.write('the disk is full\n', () => process.exit(3));
