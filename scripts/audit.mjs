// npm run audit: are the packages of package-lock.json what we want, and is none of them known to be vulnerable?
// npm run audit -- --policy FILE takes another file for scripts/audit-policy.json.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { askNpm, readAudit } from './lib/audit/advisories.mjs';
import { exceptionFaults, isExcepted } from './lib/audit/exceptions.mjs';
import { lockfileFaults } from './lib/audit/lockfile.mjs';
import { at } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { Hint, main, say, warn } from './lib/say.mjs';

const GRAVE = ['high', 'critical'];

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const row = ({ severity, name, title, url, fix }) =>
  `  ${severity.padEnd(8)} ${name}: ${title}\n           ${url}; fix: ${fix}`;

/** The registry's advisories: what is grave and was not excepted fails, all else is named. */
function judge(findings, exceptions) {
  const open = findings.filter((finding) => !isExcepted(finding, exceptions));
  const grave = open.filter(({ severity }) => GRAVE.includes(severity));
  findings.filter((finding) => !grave.includes(finding)).forEach((finding) => say(row(finding)));
  if (grave.length > 0)
    throw new Hint(
      `${grave.map(row).join('\n')}\n\nGrave findings: ${grave.length}. See "Known vulnerabilities" in SECURITY.md.`,
    );
  const excepted = findings.length - open.length;
  say(`The registry's advisories know nothing grave. Lesser findings: ${open.length}, exceptions: ${excepted}.`);
}

/** npm's own setting: `npm run check --offline`. */
const isOffline = () => process.env.npm_config_offline === 'true';

const unaudited = (why) => warn(`NOTHING WAS AUDITED FOR KNOWN VULNERABILITIES: ${why}`);

async function askRegistry(exceptions) {
  if (isOffline()) return unaudited('npm is set to be offline.');
  const { findings, absent, failure } = readAudit(await askNpm());
  if (failure) throw new Hint(`The registry gave no audit: ${failure}\nWithout a network: npm run audit --offline`);
  if (absent) return unaudited(`this registry has no advisories (${absent}).`);
  judge(findings, exceptions);
}

await main(async () => {
  const { values } = parseArgs({ options: { policy: { type: 'string', default: at('scripts/audit-policy.json') } } });
  await prepare();
  const [policy, lockfile] = [read(values.policy), read(at('package-lock.json'))];
  const faults = [
    ...lockfileFaults(lockfile, read(at('package.json')), policy, process.version),
    ...exceptionFaults(policy.exceptions, new Date().toISOString().slice(0, 10)),
  ];
  if (faults.length > 0) throw new Hint(faults.join('\n'));
  say('package-lock.json: hashes, origins, install scripts, licences and engines are as they should be.');
  await askRegistry(policy.exceptions);
});
