import { spawn } from 'node:child_process';
import { root } from '../paths.mjs';

const TIMEOUT_MS = 120_000;
/** How a registry says that it has no advisories: many mirrors have none. */
const HAS_NONE = [404, 405, 501];

/** What npm says of the advisories about package-lock.json, however it ends. */
export function askNpm() {
  const args = ['audit', '--json', '--audit-level=high', '--package-lock-only', '--include=dev', '--include=optional'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], timeout: TIMEOUT_MS });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject).on('close', () => resolve(text));
  });
}

/**
 * Reads that as `{ findings }`, as `{ absent }` where the registry has no advisories, or as `{ failure }`; both are the reason in words.
 * Whatever is not clearly an audit is a failure.
 */
export function readAudit(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return { failure: 'npm audit printed no report' };
  }
  const { auditReportVersion, vulnerabilities, statusCode, message } = report ?? {};
  if (auditReportVersion === 2 && vulnerabilities) return { findings: findingsOf(vulnerabilities) };
  const reason = typeof message === 'string' ? message : 'npm audit printed a report of another form';
  return HAS_NONE.includes(statusCode) ? { absent: reason } : { failure: reason };
}

/** The advisories, each once for its package; what only depends on such a package is no finding of its own. */
function findingsOf(vulnerabilities) {
  const findings = Object.values(vulnerabilities).flatMap(({ via, fixAvailable }) =>
    via
      .filter((cause) => typeof cause === 'object')
      .map(({ name, severity, title, url }) => ({ name, severity, title, url, fix: fixWords(fixAvailable) })),
  );
  return [...new Map(findings.map((finding) => [`${finding.name} ${finding.url}`, finding])).values()];
}

function fixWords(fix) {
  if (fix === true) return 'npm update';
  if (!fix) return 'no fix yet';
  return `${fix.name}@${fix.version}${fix.isSemVerMajor ? ' (a new major version)' : ''}`;
}
