const MINIMUM = [22, 13] as const;

// Imported before all else: an older Node would fail further on with words that do not say why.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
  process.stderr.write(`Node ${MINIMUM.join('.')} or newer is needed, this is ${process.version}. Use npm start.\n`);
  process.exit(1);
}
