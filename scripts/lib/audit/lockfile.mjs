import semver from 'semver';

const FOLDER = 'node_modules/';
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What is wrong with the packages of a package-lock.json, one sentence each; the checkout's own packages are left out. Whoever installs
 * what passes gets exactly these contents from whichever registry they use, and runs nothing of them meanwhile. `node` is the version
 * that runs here: what is for development has to go with it, the rest with all versions that package.json admits.
 */
export function lockfileFaults({ packages }, { engines, allowScripts }, { licences, licencesOf }, node) {
  const faults = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (isOwn(path, entry)) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    const id = `${name}@${entry.version}`;
    const licence = entry.license ?? licencesOf[id];
    const wanted = entry.engines?.node;
    if (entry.resolved !== undefined) faults.push(`${id} is bound to ${entry.resolved}, and not to any registry`);
    if (!SHA512.test(entry.integrity ?? '')) faults.push(`${id} has no SHA-512 hash`);
    if (entry.hasInstallScript && !Object.hasOwn(allowScripts, name))
      faults.push(`${id} has an install script that allowScripts in package.json does not name`);
    if (!licences.includes(licence)) faults.push(`${id} has a licence that is not in the list: ${licence ?? 'none'}`);
    if (wanted !== undefined && !goesWith(wanted, entry, engines.node, node)) faults.push(`${id} wants Node ${wanted}`);
  }
  return faults;
}

/** The checkout, its workspaces, and the links to these. */
const isOwn = (path, { link, resolved }) =>
  !path.includes(FOLDER) || (link === true && /^packages\/[\w-]+$/.test(resolved));

const goesWith = (wanted, { dev }, admitted, node) =>
  dev ? semver.satisfies(node, wanted) : semver.subset(admitted, wanted);
